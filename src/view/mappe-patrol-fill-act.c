/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-fill-act.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-patrol-fill.h"

/* An indicator that is counted from the patrol log gets its values; what is there is only replaced when asked. */

typedef struct {
  GtkWidget       *near;
  MappeStore      *store;
  MappePatrolFill *fill;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->near);
  g_object_unref (run->store);
  g_clear_pointer (&run->fill, mappe_patrol_fill_free);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* What one must know to read the values: periods left out, patrols that are still missing. */
static char *
cautions (const MappePatrolFill *fill)
{
  GString *text = g_string_new (NULL);
  g_autofree char *begins = mappe_date_format (fill->begins);

  if (fill->left_out != NULL)
    g_string_append_printf (text, _(" %s is left out: the patrol log begins on %s."), fill->left_out, begins);
  if (fill->n_unreported > 0)
    g_string_append_printf (text,
                            ngettext (" %u patrol of this time is not reported on yet, so values may still change.",
                                      " %u patrols of this time are not reported on yet, so values may still change.",
                                      fill->n_unreported), fill->n_unreported);
  return g_string_free (text, FALSE);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);
  g_autofree char *more = cautions (run->fill);
  g_autofree char *text = g_strconcat (_("Filled from the patrol log."), more, NULL);

  if (applied != NULL)
    mappe_feedback_undoable (run->near, text);
  else
    mappe_feedback_error (run->near, error, _("The values were not filled"));
}

/* @run: (transfer full) */
static void
apply (Run *run, gboolean replace)
{
  g_autoptr (Run) own = run;
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = mappe_patrol_fill_edit (run->fill, replace, &error);

  if (edit != NULL)
    mappe_store_apply_async (run->store, edit, NULL, applied_cb, g_steal_pointer (&own));
  else
    mappe_feedback_toast (run->near, error->message);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "replace") == 0 || g_strcmp0 (answer, "missing") == 0)
    {
      gboolean replace = g_str_equal (answer, "replace");

      apply (g_steal_pointer (&run), replace);
    }
}

/* @run: (transfer full) */
static void
ask (Run *run)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "missing", _("_Missing ones only"), MAPPE_DIALOGS_PLAIN },
    { "replace", _("_Replace"), MAPPE_DIALOGS_SUGGESTED },
  };
  const MappePatrolFill *fill = run->fill;
  g_autofree char *more = cautions (fill);
  g_autofree char *added = g_strdup_printf (ngettext ("%u period gets its first value.",
                                                      "%u periods get their first value.", fill->n_added),
                                            fill->n_added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u value is another one in the patrol log.",
                                                        "%u values are others in the patrol log.", fill->n_changed),
                                              fill->n_changed);
  g_autofree char *body = g_strdup_printf ("%s %s%s", changed, added, more);

  mappe_dialogs_ask_async (run->near, _("Replace the values that are there?"), body, answers, G_N_ELEMENTS (answers),
                           NULL, answered_cb, run);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autoptr (GError) error = NULL;

  run->fill = mappe_store_read_finish (MAPPE_STORE (source), result, &error);
  if (run->fill == NULL)
    mappe_feedback_error (run->near, error, _("The values were not filled"));
  else if (run->fill->n_changed > 0)
    ask (g_steal_pointer (&run));
  else if (run->fill->n_added > 0)
    apply (g_steal_pointer (&run), FALSE);
  else
    {
      g_autofree char *more = cautions (run->fill);
      g_autofree char *text = g_strconcat (_("There is nothing new in the patrol log."), more, NULL);

      mappe_feedback_toast (run->near, text);
    }
}

typedef struct {
  gint64 indicator;
  char  *today;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->today);
  g_free (wanted);
}

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_patrol_fill_load (snapshot, wanted->indicator, wanted->today, error);
}

/** mappe_patrol_fill_act_run: Fills the values of an indicator from the patrol log, one step of undo. */
void
mappe_patrol_fill_act_run (GtkWidget *near, MappeStore *store, gint64 indicator)
{
  Run *run = g_new0 (Run, 1);
  Wanted *wanted = g_new (Wanted, 1);

  run->near = g_object_ref (near);
  run->store = g_object_ref (store);
  *wanted = (Wanted) { indicator, mappe_date_today () };
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_cb, wanted, (GDestroyNotify) wanted_free,
                          (GDestroyNotify) mappe_patrol_fill_free, NULL, loaded_cb, run);
}
