/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-error.h"
#include "mappe-sitting.h"
#include "mappe-test-store.h"

G_BEGIN_DECLS

/* A store with the demo council; data is its language, "de" or "en". Torn down by mappe_test_store_tear_down(). */
void          mappe_test_demo_set_up  (MappeTestStore *self, gconstpointer data);
/* A meeting of it by reference, e.g. "MTG05". */
MappeSitting *mappe_test_sitting      (MappeStore *store, const char *reference);
/* Applies the act (transfer full) and gives the meeting as it is then; fails the test when it was refused. */
MappeSitting *mappe_test_act          (MappeStore *store, MappeSitting *sitting, MappeEdit *edit, GError *error);
/* The act, with what an act gave of errors (transfer full), must be refused for a reason that says something. */
void          mappe_test_refused      (MappeEdit *edit, GError *error, MappeMeetingError code);
/* The id of a record by its reference, e.g. "M01"; fails the test when there is none. */
gint64        mappe_test_id           (MappeStore *store, const char *kind, const char *reference);
/* Texts in the language of a document come from the catalogues of the build. */
void          mappe_test_use_catalogues (void);
const MappeParticipant *mappe_test_participant (const MappeSitting *sitting, const char *reference);
const MappeSittingItem *mappe_test_item        (const MappeSitting *sitting, const char *number);

G_END_DECLS
