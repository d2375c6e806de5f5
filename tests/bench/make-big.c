/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a council with many indicator values, for the benchmarks: make-big FILE VALUES */
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-period.h"
#include "mappe-store.h"

#define VALUES_PER_INDICATOR 700

typedef struct {
  const gint64 *indicators;
  gint64        n_values;
  gint64        next;
} Source;

static MappeRow *
next_value (gpointer data, GError **error)
{
  Source *source = data;
  gint64 nth = source->next++;
  MappePeriod month;
  MappeRow *row;

  if (nth >= source->n_values)
    return NULL;
  row = mappe_row_new (&mappe_indicator_value_kind);
  month = mappe_period_add (mappe_period_parse ("1960-01"), (int) (nth % VALUES_PER_INDICATOR));
  mappe_value_set_int (&row->values[MAPPE_INDICATOR_VALUE_INDICATOR],
                       source->indicators[nth / VALUES_PER_INDICATOR]);
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], mappe_period_to_text (month));
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_START], mappe_period_first_day (month));
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_END], mappe_period_last_day (month));
  mappe_value_set_real (&row->values[MAPPE_INDICATOR_VALUE_VALUE], nth * 7919 % 1000);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_STATUS], "final");
  return row;
}

static MappeApplied *
add_indicators (MappeStore *store, gint64 n_indicators, GError **error)
{
  MappeEdit *edit = mappe_edit_new_base ("indicators");

  for (gint64 i = 0; i < n_indicators; i++)
    {
      MappeRow *row = mappe_row_new_preset (&mappe_indicator_kind);

      mappe_value_take_text (&row->values[MAPPE_INDICATOR_NAME],
                             g_strdup_printf ("Offences in district %" G_GINT64_FORMAT, i + 1));
      mappe_value_set_text (&row->values[MAPPE_INDICATOR_UNIT], "cases");
      mappe_value_set_text (&row->values[MAPPE_INDICATOR_KIND], "outcome");
      mappe_value_set_text (&row->values[MAPPE_INDICATOR_FREQUENCY], "monthly");
      mappe_value_set_text (&row->values[MAPPE_INDICATOR_SOURCE_KIND], "police");
      mappe_edit_insert (edit, row);
    }
  return mappe_store_apply (store, edit, NULL, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = NULL;
  g_autoptr (MappeApplied) indicators = NULL, values = NULL;
  MappeEdit *edit;
  Source source = { NULL, argc > 2 ? g_ascii_strtoll (argv[2], NULL, 10) : 1000000, 0 };

  store = mappe_store_open (argv[1], MAPPE_STORE_OPEN_CREATE, &error);
  if (store != NULL)
    indicators = add_indicators (store, source.n_values / VALUES_PER_INDICATOR + 1, &error);
  if (indicators != NULL)
    {
      source.indicators = (const gint64 *) indicators->ids->data;
      edit = mappe_edit_new_import ("values");
      mappe_edit_set_source (edit, next_value, &source);
      values = mappe_store_apply (store, edit, NULL, &error);
    }
  if (values == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
