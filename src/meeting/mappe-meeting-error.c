/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-error.h"

G_DEFINE_QUARK (mappe-meeting-error-quark, mappe_meeting_error)
