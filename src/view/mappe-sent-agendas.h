/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeSentAgendas:
 *
 * The agendas that were sent, frozen as they were: when, why, to how many, what changed from one to the next.
 */
#define MAPPE_TYPE_SENT_AGENDAS (mappe_sent_agendas_get_type ())
G_DECLARE_FINAL_TYPE (MappeSentAgendas, mappe_sent_agendas, MAPPE, SENT_AGENDAS, AdwBin)

void       mappe_sent_agendas_set (MappeSentAgendas *self, MappeStore *store, const MappeSitting *sitting);

G_END_DECLS
