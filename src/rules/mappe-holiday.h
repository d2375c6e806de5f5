/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Federal states of Germany; NONE knows the holidays of all states only. */
typedef enum {
  MAPPE_FEDERAL_STATE_NONE,
  MAPPE_FEDERAL_STATE_BW, MAPPE_FEDERAL_STATE_BY, MAPPE_FEDERAL_STATE_BE, MAPPE_FEDERAL_STATE_BB,
  MAPPE_FEDERAL_STATE_HB, MAPPE_FEDERAL_STATE_HH, MAPPE_FEDERAL_STATE_HE, MAPPE_FEDERAL_STATE_MV,
  MAPPE_FEDERAL_STATE_NI, MAPPE_FEDERAL_STATE_NW, MAPPE_FEDERAL_STATE_RP, MAPPE_FEDERAL_STATE_SL,
  MAPPE_FEDERAL_STATE_SN, MAPPE_FEDERAL_STATE_ST, MAPPE_FEDERAL_STATE_SH, MAPPE_FEDERAL_STATE_TH,
} MappeFederalState;

MappeFederalState  mappe_federal_state_parse (const char *name);
const char        *mappe_holiday_name        (const char *iso, MappeFederalState state);

G_END_DECLS
