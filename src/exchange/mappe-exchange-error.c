/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-exchange-error.h"

G_DEFINE_QUARK (mappe-exchange-error-quark, mappe_exchange_error)
