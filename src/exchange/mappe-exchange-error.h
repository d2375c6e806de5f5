/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeExchangeError:
 * @MAPPE_EXCHANGE_ERROR_EMPTY: the readers of the profile may see nothing of what was asked for
 * @MAPPE_EXCHANGE_ERROR_BASE: no address that ids could begin with
 * @MAPPE_EXCHANGE_ERROR_WRITE: a file or folder could not be written; what stood there stays
 */
typedef enum {
  MAPPE_EXCHANGE_ERROR_EMPTY,
  MAPPE_EXCHANGE_ERROR_BASE,
  MAPPE_EXCHANGE_ERROR_WRITE,
} MappeExchangeError;

#define MAPPE_EXCHANGE_ERROR (mappe_exchange_error_quark ())
GQuark mappe_exchange_error_quark (void);

G_END_DECLS
