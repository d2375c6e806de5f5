/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-register.h"

G_BEGIN_DECLS

/**
 * MappeExchangeOrder: a file for other programs as it is asked for
 * @profile: for whom: public, members or full
 * @language: (nullable): of the words that the program adds
 * @today: "YYYY-MM-DD"
 * @now: when it is made, in seconds since 1970 UTC
 */
typedef struct {
  MappeProfile         profile;
  const MappeLanguage *language;
  const char          *today;
  gint64               now;
} MappeExchangeOrder;

G_END_DECLS
