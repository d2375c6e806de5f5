/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer-check.h"

#include <glib/gi18n-lib.h>

#include "mappe-area.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-transfer-condition.h"
#include "mappe-transfer.h"

/** mappe_transfer_propose: Returns: (transfer full): the edit that adds what is proposed to the conditions */
MappeEdit *
mappe_transfer_propose (const MappeTransferCheck *self, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const MappeTransferProposal *proposal = g_ptr_array_index (self->proposals, i);
      MappeRow *row = mappe_row_new_preset (&mappe_transfer_condition_kind);

      mappe_value_set_int (&row->values[MAPPE_TRANSFER_CONDITION_TRANSFER], self->transfer->row->id);
      mappe_value_set_text (&row->values[MAPPE_TRANSFER_CONDITION_TOPIC], proposal->topic);
      mappe_value_set_text (&row->values[MAPPE_TRANSFER_CONDITION_SOURCE_STATE], proposal->source_state);
      mappe_value_set_text (&row->values[MAPPE_TRANSFER_CONDITION_TARGET_STATE], proposal->target_state);
      mappe_value_set_text (&row->values[MAPPE_TRANSFER_CONDITION_FIT], mappe_transfer_fit_code (proposal->fit));
      mappe_edit_insert (edit, row);
    }
  return edit;
}

/**
 * mappe_transfer_may_start:
 * @why: (out): what is missing, English and marked for translation
 *
 * Returns: whether a project can be made of it now
 */
gboolean
mappe_transfer_may_start (const MappeTransferCheck *self, const char **why)
{
  g_autoptr (GPtrArray) steps = mappe_transfer_check_steps (self);

  *why = NULL;
  if (self->project != NULL)
    *why = N_("There is a project made of it already.");
  else if (steps->len == 0)
    *why = N_("The adapted steps are missing: one a line, each becomes a measure.");
  return *why == NULL;
}

/* What the project of the model case says about itself holds for its copy, but not how far it is. */
static MappeRow *
project_of (const MappeTransferCheck *self, const char *title)
{
  static const guint alike[] = { MAPPE_PROJECT_BODY, MAPPE_PROJECT_AGREEMENT, MAPPE_PROJECT_APPROACH,
                                 MAPPE_PROJECT_PREVENTION_LEVEL, MAPPE_PROJECT_TARGET_GROUP };
  MappeRow *row = mappe_row_new_preset (&mappe_project_kind);
  const MappeRow *target = self->target->row;

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    mappe_value_copy (&row->values[alike[i]], &self->origin->values[alike[i]]);
  mappe_value_set_text (&row->values[MAPPE_PROJECT_TITLE], title);
  mappe_value_set_text (&row->values[MAPPE_PROJECT_STATUS], "planned");
  mappe_value_set_text (&row->values[MAPPE_PROJECT_BECCARIA_STEP], "1");
  mappe_value_set_int (&row->values[MAPPE_PROJECT_AREA], target->id);
  mappe_value_copy (&row->values[MAPPE_PROJECT_LEAD_ORGANISATION], &target->values[MAPPE_AREA_OWNER_ORGANISATION]);
  mappe_value_copy (&row->values[MAPPE_PROJECT_SUMMARY], &self->origin->values[MAPPE_PROJECT_SUMMARY]);
  return row;
}

/**
 * mappe_transfer_start:
 * @title: of the project
 * @label: of the undo step
 *
 * Makes a project of the target area: its owner leads, each adapted step becomes a measure, and the transfer says which
 * project it became. Only where mappe_transfer_may_start() says so.
 *
 * Returns: (transfer full): the edit
 */
MappeEdit *
mappe_transfer_start (const MappeTransferCheck *self, const char *title, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  g_autoptr (GPtrArray) steps = mappe_transfer_check_steps (self);
  gint64 project = mappe_edit_insert (edit, project_of (self, title));
  MappeRow *mine = mappe_row_copy (self->transfer->row);

  for (guint i = 0; i < steps->len; i++)
    {
      MappeRow *measure = mappe_row_new_preset (&mappe_measure_kind);

      mappe_value_set_int (&measure->values[MAPPE_MEASURE_PROJECT], project);
      mappe_value_set_int (&measure->values[MAPPE_MEASURE_NUMBER], i + 1);
      mappe_value_set_text (&measure->values[MAPPE_MEASURE_TITLE], g_ptr_array_index (steps, i));
      mappe_value_copy (&measure->values[MAPPE_MEASURE_RESPONSIBLE_ORGANISATION],
                        &self->target->row->values[MAPPE_AREA_OWNER_ORGANISATION]);
      mappe_edit_insert (edit, measure);
    }
  mappe_value_set_int (&mine->values[MAPPE_TRANSFER_PROJECT], project);
  mappe_value_set_text (&mine->values[MAPPE_TRANSFER_STATUS], "running");
  mappe_edit_update (edit, mappe_row_ref (self->transfer->row), mine);
  return edit;
}

/**
 * mappe_transfer_report:
 * @result: what came of it; %NULL or empty takes the report back
 * @day: "YYYY-MM-DD"
 *
 * Returns: (transfer full): the edit
 */
MappeEdit *
mappe_transfer_report (const MappeTransferCheck *self, const char *result, const char *day, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (self->transfer->row);
  gboolean said = result != NULL && *result != '\0';

  mappe_row_set_canonical (mine, MAPPE_TRANSFER_RESULT, said ? result : NULL, NULL);
  mappe_row_set_canonical (mine, MAPPE_TRANSFER_REPORTED_ON, said ? day : NULL, NULL);
  mappe_value_set_text (&mine->values[MAPPE_TRANSFER_STATUS],
                        said ? "reported" : self->project != NULL ? "running" : "adapting");
  mappe_edit_update (edit, mappe_row_ref (self->transfer->row), mine);
  return edit;
}

/** mappe_transfer_judge: Returns: (transfer full): the edit: how a condition fits, and what is done about it */
MappeEdit *
mappe_transfer_judge (const MappeRow *condition, MappeFit fit, const char *adaptation, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (condition);

  mappe_value_set_text (&mine->values[MAPPE_TRANSFER_CONDITION_FIT], mappe_transfer_fit_code (fit));
  mappe_row_set_canonical (mine, MAPPE_TRANSFER_CONDITION_ADAPTATION,
                           adaptation != NULL && *adaptation != '\0' ? adaptation : NULL, NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) condition), mine);
  return edit;
}
