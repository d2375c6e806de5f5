/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-error.h"

/**
 * mappe_base_error_quark:
 *
 * Returns: the domain of errors about typed dates, times and numbers; their messages are translated and
 *   may be shown beside the field.
 */
G_DEFINE_QUARK (mappe-base-error-quark, mappe_base_error)
