/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-record-error.h"

G_DEFINE_QUARK (mappe-record-error-quark, mappe_record_error)
