"""From pixels to codes. Pixels live in the child process and nowhere else."""
