# shellcheck shell=bash
# The part that packaging/demo and packaging/test share: it makes this checkout ready to run, and does nothing when it is.
# Sourced, not run. All its talk goes to stderr, so that stdout belongs to the program.
#
# Ready means: the system libraries below are there, .venv holds exactly packaging/requirements.lock, and the project itself
# is installed in it. A stamp is written last, so a set-up that was interrupted is simply made again.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
venv="$root/.venv"
log="$venv/setup.log"
unset PYTHONHOME PYTHONPATH

# A shared object, and the Debian or Ubuntu package that brings it.
libraries='
libGL.so.1              libgl1
libEGL.so.1             libegl1
libglib-2.0.so.0        libglib2.0-0
libfontconfig.so.1      libfontconfig1
libxkbcommon.so.0       libxkbcommon0
libdbus-1.so.3          libdbus-1-3
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-shape.so.0       libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libwayland-cursor.so.0  libwayland-cursor0
libpulse.so.0           libpulse0
libgssapi_krb5.so.2     libgssapi-krb5-2
libzbar.so.0            libzbar0
libfribidi.so.0         libfribidi0
'

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "$*"
    exit 1
}

# Runs a command with its output in the log; shows the end of the log when it fails.
logged() {
    "$@" >>"$log" 2>&1 </dev/null && return
    say '' "--- the end of $log ---"
    tail -n 15 "$log" >&2
    return 1
}

# The newest Python we support that can make an environment (Debian parts ensurepip off into python3-venv).
find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

missing_packages() {
    local known library package missing=()
    known="$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)"
    while read -r library package; do
        [[ -z $library || $known == *$'\t'"$library "* ]] || missing+=("$package")
    done <<<"$libraries"
    [[ -x $venv/bin/python ]] || find_python >/dev/null || missing+=(python3 python3-venv)
    echo "${missing[*]}"
}

# Installs what is missing where that is possible, and names what stays missing; a kiosk can do without some of it.
install_packages() {
    local missing as_root=()
    missing="$(missing_packages)"
    [[ -n $missing ]] || return 0
    if [[ $missing == "$(cat "$venv/still-missing" 2>/dev/null)" ]]; then
        say "Still missing on this system: $missing"
        return
    fi
    [[ $EUID -eq 0 ]] || as_root=(sudo)
    if ! command -v apt-get >/dev/null || ! command -v "${as_root[@]:-true}" >/dev/null; then
        say "Missing on this system, by their Debian names: $missing" \
            $'\n'"Install them, or ask someone who may. Going on without."
        return
    fi
    say "Python runs the kiosk, libzbar0 reads worn labels, the others are what Qt draws, types and sounds with." \
        $'\n'"Installing with ${as_root[*]:+sudo }apt-get: $missing"
    # shellcheck disable=SC2086 # a list of package names
    if logged "${as_root[@]}" apt-get update &&
        logged "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; then
        return
    fi
    missing_packages >"$venv/still-missing"
    say "Not installed. By hand: ${as_root[*]:+sudo }apt-get install $missing" "Going on without."
}

check_processor() {
    local processor needed libc
    processor="$(uname -m)"
    case "$processor" in
        x86_64) needed=2.34 ;;
        aarch64) needed=2.39 ;;
        *) give_up "Qt is published for x86-64 and aarch64, and this is $processor." ;;
    esac
    libc="$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)"
    [[ "$(printf '%s\n' "$needed" "${libc:-0}" | sort -V | head -n1)" == "$needed" ]] ||
        give_up "Qt for $processor needs glibc $needed (x86-64: Debian 12; aarch64: Debian 13 or Ubuntu 24.04); here is ${libc:-another libc}."
}

# What the environment was made of; when any of it changes, it is made anew.
environment_stamp() {
    printf '%s\n' "$root" "$(uname -m)" "$("$venv/bin/python" -c 'import sys; print(sys.version_info[:2])' 2>/dev/null)"
    sha256sum <"$root/packaging/requirements.lock"
}

project_stamp() { sha256sum <"$root/pyproject.toml"; }

stamped() { [[ "$("$1_stamp")" == "$(cat "$venv/$1.stamp" 2>/dev/null)" ]]; }

make_environment() {
    local python
    check_processor
    python="$(find_python)" ||
        give_up "This needs Python 3.11, 3.12 or 3.13 with its venv module (Debian: python3-venv). Install it and start again."
    say "Making the environment in .venv with $("$python" -V) (once; 270 MB to download)."
    find "$venv" -mindepth 1 ! -name setup.log ! -name still-missing -delete
    if ! logged "$python" -m venv "$venv" ||
        ! logged "$venv/bin/python" -m pip install --no-input --disable-pip-version-check \
            --require-hashes --only-binary :all: --requirement "$root/packaging/requirements.lock"; then
        give_up "The environment could not be made. With the network up and 1.5 GB of free disk, start again."
    fi
    environment_stamp >"$venv/environment.stamp"
}

install_project() {
    logged "$venv/bin/python" -m pip install --no-input --disable-pip-version-check \
        --no-index --no-deps --no-build-isolation --editable "$root" ||
        give_up "The kiosk itself could not be installed into .venv. Remove .venv and start again."
    project_stamp >"$venv/project.stamp"
}

make_ready() {
    if stamped environment && stamped project && [[ -z "$(missing_packages)" ]]; then return; fi
    mkdir -p "$venv" 2>/dev/null || true
    [[ -d $venv && -w $venv ]] ||
        give_up "This needs the folder $venv and cannot write to it. Start it as the owner of the folder, or in a copy of your own."
    # One set-up at a time: a second start waits here, then finds all done. The lock is let go before the program starts.
    exec 9<"$root/packaging/setup.sh"
    if command -v flock >/dev/null; then flock 9; fi
    install_packages
    stamped environment || make_environment
    stamped project || install_project
    exec 9<&-
}
