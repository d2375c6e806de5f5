/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-event-acts.h"
#include "mappe-event-consent.h"
#include "mappe-event-release-forms.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"

/* The safety concept: each affected office consents to its part. */

#define MAPPE_TYPE_EVENT_CONCEPT_STEP (mappe_event_concept_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventConceptStep, mappe_event_concept_step, MAPPE, EVENT_CONCEPT_STEP, MappeEventStep)

struct _MappeEventConceptStep {
  MappeEventStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeEventConceptStep, mappe_event_concept_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = {
  MAPPE_EVENT_CONSENT_ORGANISATION, MAPPE_EVENT_CONSENT_PART, MAPPE_EVENT_CONSENT_NOTE, -1,
};
static const MappeEventPart part = { &mappe_event_consent_kind, MAPPE_EVENT_CONSENT_EVENT, fields };

/* --- acts --- */

static void
declare (MappeEventStep *self, const MappeRow *consent, const char *state)
{
  g_autofree char *today = mappe_date_today ();

  mappe_event_step_apply (self, mappe_event_consent (consent, state, today), NULL, _("The change was not saved"));
}

static void
given_act (MappeEventStep *self, const MappeRow *consent)
{
  declare (self, consent, "given");
}

static void
refused_act (MappeEventStep *self, const MappeRow *consent)
{
  declare (self, consent, "refused");
}

static void
open_act (MappeEventStep *self, const MappeRow *consent)
{
  declare (self, consent, "open");
}

static void
release_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_release_concept_form (self);
}

static void
ask_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_new (self);
}

static gboolean
mappe_event_concept_step_add (MappeEventStep *self)
{
  ask_act (self, NULL);
  return TRUE;
}

/* --- building --- */

static void
add_consent (MappeEventStep *self, GtkWidget *list, const MappeEventFile *file, const MappeListed *consent)
{
  const char *state = mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_STATE);
  const char *day = mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_DECIDED_ON);
  const char *word = mappe_event_words_code (file->codes, "consent_state", state, NULL);
  g_autofree char *on = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *light = on != NULL ? g_strdup_printf ("%s, %s", word, on) : g_strdup (word);
  gboolean given = g_strcmp0 (state, "given") == 0, refused = g_strcmp0 (state, "refused") == 0;
  GtkWidget *row = mappe_event_part_row (self, list, consent->row, consent->shown[MAPPE_EVENT_CONSENT_ORGANISATION],
                                         mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_PART));

  mappe_event_part_light (row, given ? MAPPE_STATE_DONE : refused ? MAPPE_STATE_OVERDUE : MAPPE_STATE_WAITING, light);
  if (given || refused)
    mappe_event_part_button (self, row, _("Open again"), NULL, open_act);
  else
    {
      mappe_event_part_button (self, row, _("Given"), NULL, given_act);
      mappe_event_part_button (self, row, _("Refused"), NULL, refused_act);
    }
}

static void
mappe_event_concept_step_build (MappeEventStep *self)
{
  const MappeEventFile *file = mappe_event_step_get_file (self);
  const char *status = mappe_row_get_text (file->event->row, MAPPE_EVENT_CONCEPT_STATUS);
  const char *reason = mappe_row_get_text (file->event->row, MAPPE_EVENT_CONCEPT_REASON);
  gboolean released = g_strcmp0 (status, "released") == 0;
  gboolean all = mappe_event_file_n_consents (file, "given") == file->consents->len;
  g_autofree char *summary = mappe_event_words_consents (file, NULL);
  GtkWidget *list, *bar;

  mappe_event_part_note (self, all && released ? MAPPE_STATE_DONE : all ? MAPPE_STATE_WAITING : MAPPE_STATE_DUE_SOON,
                         summary);
  if (reason != NULL && released)
    {
      g_autofree char *text = g_strdup_printf (_("Reason of the chair: %s"), reason);

      mappe_event_part_note (self, MAPPE_STATE_NONE, text);
    }
  if (file->consents->len > 0)
    {
      list = mappe_event_part_group (self, _("Consents"), NULL);
      for (guint i = 0; i < file->consents->len; i++)
        add_consent (self, list, file, g_ptr_array_index (file->consents, i));
    }
  else
    mappe_event_part_text (self, _("Each affected office consents to its part of the safety concept, e.g. the fire "
                                   "service to rescue routes. Ask the first office."));
  bar = mappe_event_part_bar (self);
  mappe_event_part_act (self, bar, _("Ask an office…"), file->consents->len == 0, ask_act);
  if (!released)
    mappe_event_part_act (self, bar, all ? _("Release concept") : _("Release concept…"), all && file->consents->len > 0,
                          release_act);
}

static void
mappe_event_concept_step_class_init (MappeEventConceptStepClass *klass)
{
  MAPPE_EVENT_STEP_CLASS (klass)->part = &part;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_concept_step_build;
  MAPPE_EVENT_STEP_CLASS (klass)->add = mappe_event_concept_step_add;
}

static void
mappe_event_concept_step_init (MappeEventConceptStep *self)
{
}
