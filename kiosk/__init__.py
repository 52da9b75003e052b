"""The Handover Kiosk: the right person, the right parcel, proof afterwards, and no face."""

__version__ = "0.1.0"
