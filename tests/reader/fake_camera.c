/* A V4L2 camera for tests, loaded into the reader child with LD_PRELOAD: /dev/fakecam.

   Every ioctl is put to the kernel first (on /dev/zero, which knows none of them), so that the child's own filter judges it as
   it would judge the call to a real driver; only then is it answered here. FAKE_FRAME names the file with one frame's bytes,
   FAKE_FORMAT its four letters (MJPG or YUYV). After 40 frames it is unplugged, or with FAKE_STALLS gives no more. While the
   file FAKE_GONE exists there is no camera, while FAKE_BUSY does another process streams from it. What is set (exposure, focus) is noted in FAKE_NOTES, a line each. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { WIDTH = 1280, HEIGHT = 720, ROOM = WIDTH * HEIGHT * 2, MOST = 8, FRAMES = 40 };

static int camera = -1, frames = 0, queued[MOST];
static void *buffers[MOST];
static char frame[ROOM];
static size_t frame_size;
static unsigned format;

static int refuse(int why) {
    errno = why;
    return -1;
}

static int plug_in(void) {
    if (getenv("FAKE_GONE") && access(getenv("FAKE_GONE"), F_OK) == 0)
        return refuse(ENOENT);
    FILE *file = fopen(getenv("FAKE_FRAME"), "rb");
    frame_size = fread(frame, 1, sizeof frame, file);
    fclose(file);
    memcpy(&format, getenv("FAKE_FORMAT"), 4);
    return camera = syscall(SYS_openat, AT_FDCWD, "/dev/zero", O_RDWR | O_CLOEXEC);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return strcmp(path, "/dev/fakecam") ? (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode) : plug_in();
}
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

void *mmap(void *where, size_t length, int protection, int flags, int file, off_t offset) {
    if (camera < 0 || file != camera)
        return (void *)syscall(SYS_mmap, where, length, protection, flags, file, offset);
    return buffers[offset / ROOM] =
               (void *)syscall(SYS_mmap, 0, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
void *mmap64(void *, size_t, int, int, int, off_t) __attribute__((alias("mmap")));

/* OpenCV waits for frames with select. */
int select(int most, fd_set *in, fd_set *out, fd_set *other, struct timeval *wait) {
    if (camera >= 0 && getenv("FAKE_STALLS") && frames >= FRAMES && in && FD_ISSET(camera, in)) {
        syscall(SYS_select, 0, 0, 0, 0, wait);
        return 0;
    }
    return (int)syscall(SYS_select, most, in, out, other, wait);
}

static int tell_control(struct v4l2_queryctrl *asked) {
    asked->minimum = 0, asked->step = 1;
    switch (asked->id) {
    case V4L2_CID_EXPOSURE_AUTO: return (asked->maximum = 3, 0);
    case V4L2_CID_EXPOSURE_ABSOLUTE: return (asked->minimum = 3, asked->maximum = 2047, 0);
    case V4L2_CID_EXPOSURE_AUTO_PRIORITY: case V4L2_CID_FOCUS_AUTO: return (asked->maximum = 1, 0);
    case V4L2_CID_FOCUS_ABSOLUTE: return (asked->maximum = 250, asked->step = 5, 0);
    default: return refuse(EINVAL);
    }
}

static int set_control(struct v4l2_control *set) {
    FILE *notes = getenv("FAKE_NOTES") ? fopen(getenv("FAKE_NOTES"), "a") : 0;
    if (notes)
        fprintf(notes, "%x %d\n", set->id, set->value), fclose(notes);
    return 0;
}

static int take_buffer(struct v4l2_buffer *buffer) {
    if (++frames > FRAMES)
        return refuse(ENODEV);
    for (unsigned index = 0; index < MOST; index++)
        if (queued[index]) {
            queued[index] = 0;
            memcpy(buffers[index], frame, frame_size);
            buffer->index = index, buffer->length = ROOM, buffer->bytesused = frame_size, buffer->flags = 0;
            return 0;
        }
    return refuse(EAGAIN);
}

static int agree_on(struct v4l2_format *asked, int changing) {
    if (changing && asked->fmt.pix.pixelformat != format)
        return refuse(EINVAL);
    asked->fmt.pix.width = WIDTH, asked->fmt.pix.height = HEIGHT, asked->fmt.pix.pixelformat = format;
    asked->fmt.pix.field = V4L2_FIELD_NONE, asked->fmt.pix.bytesperline = WIDTH * 2, asked->fmt.pix.sizeimage = ROOM;
    return 0;
}

int ioctl(int file, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *about = va_arg(rest, void *);
    va_end(rest);
    long kernel = syscall(SYS_ioctl, file, request, about);
    if (camera < 0 || file != camera || errno == EPERM)
        return (int)kernel;
    switch ((unsigned)request) {
    case VIDIOC_QUERYCAP:
        memset(about, 0, sizeof(struct v4l2_capability));
        ((struct v4l2_capability *)about)->capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        return 0;
    case VIDIOC_G_FMT: return agree_on(about, 0);
    case VIDIOC_S_FMT: return agree_on(about, 1);
    case VIDIOC_QUERYCTRL: return tell_control(about);
    case VIDIOC_S_CTRL: return set_control(about);
    case VIDIOC_G_INPUT: return *(int *)about = 0;
    case VIDIOC_ENUMINPUT: return ((struct v4l2_input *)about)->index ? refuse(EINVAL) : 0;
    case VIDIOC_QUERYBUF:
        ((struct v4l2_buffer *)about)->length = ROOM;
        ((struct v4l2_buffer *)about)->m.offset = ((struct v4l2_buffer *)about)->index * ROOM;
        return 0;
    case VIDIOC_QBUF: return !(queued[((struct v4l2_buffer *)about)->index] = 1);
    case VIDIOC_DQBUF: return take_buffer(about);
    case VIDIOC_REQBUFS: return getenv("FAKE_BUSY") && access(getenv("FAKE_BUSY"), F_OK) == 0 ? refuse(EBUSY) : 0;
    case VIDIOC_S_INPUT: case VIDIOC_G_PARM: case VIDIOC_S_PARM: case VIDIOC_STREAMON: case VIDIOC_STREAMOFF:
        return 0;
    default: return refuse(EINVAL);
    }
}
