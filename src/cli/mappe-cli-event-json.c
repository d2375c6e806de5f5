/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-event-json.h"

#include "mappe-json.h"
#include "mappe-date.h"
#include "mappe-debrief.h"
#include "mappe-event.h"

/* An event with all that belongs to it, for programs. */

static void
add_field (MappeJson *json, const MappeListed *listed, guint field)
{
  const MappeFieldSpec *spec = &listed->row->kind->fields[field];
  g_autofree char *value = mappe_row_get_canonical (listed->row, field);

  if (spec->type == MAPPE_FIELD_REF)
    mappe_json_text (json, spec->name, listed->shown[field]);
  else if (value == NULL)
    mappe_json_text (json, spec->name, NULL);
  else if (spec->type == MAPPE_FIELD_BOOL)
    mappe_json_bool (json, spec->name, mappe_row_get_int (listed->row, field) != 0);
  else if (spec->type == MAPPE_FIELD_INT)
    mappe_json_int (json, spec->name, mappe_row_get_int (listed->row, field));
  else
    mappe_json_text (json, spec->name, value);
}

/* All its fields by their names: what refers to another record is told by the title of that one. */
static void
add_record (MappeJson *json, const char *name, const MappeListed *listed)
{
  mappe_json_open (json, name, '{');
  for (guint i = 0; i < listed->row->kind->n_fields; i++)
    add_field (json, listed, i);
  mappe_json_close (json);
}

static void
add_records (MappeJson *json, const char *name, const GPtrArray *records)
{
  mappe_json_open (json, name, '[');
  for (guint i = 0; i < records->len; i++)
    add_record (json, NULL, g_ptr_array_index (records, i));
  mappe_json_close (json);
}

static void
add_parallel (MappeJson *json, const GPtrArray *parallel)
{
  mappe_json_open (json, "parallel", '[');
  for (guint i = 0; i < parallel->len; i++)
    {
      const MappeParallelEvent *other = g_ptr_array_index (parallel, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "reference", mappe_row_get_text (other->event->row, MAPPE_FIELD_REFERENCE));
      mappe_json_text (json, "title", other->event->title);
      mappe_json_text (json, "from", other->from);
      mappe_json_text (json, "to", other->to);
      mappe_json_bool (json, "collides", mappe_parallel_event_collides (other));
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

static const char *
debrief_key (const MappeRow *event)
{
  static const char *const keys[] = { "ahead", "open", "overdue", "in_time", "late", "waived" };
  g_autofree char *today = mappe_date_today ();
  int days_left;

  return keys[mappe_debrief_state (event, today, &days_left)];
}

/** mappe_cli_event_json: Returns: (transfer full): the file of an event as JSON */
char *
mappe_cli_event_json (const MappeEventFile *file)
{
  g_autoptr (MappeJson) json = mappe_json_new ();

  add_record (json, "event", file->event);
  mappe_json_text (json, "debrief", debrief_key (file->event->row));
  add_records (json, "areas", file->areas);
  add_records (json, "consents", file->consents);
  add_records (json, "plan", file->lines);
  add_records (json, "releases", file->plans);
  add_records (json, "closures", file->closures);
  add_records (json, "findings", file->findings);
  add_records (json, "checks", file->checks);
  add_parallel (json, file->parallel);
  return mappe_json_finish (json);
}
