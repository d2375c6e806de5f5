/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-dossier-private.h"

#include <glib/gi18n.h>

#include "mappe-build-project.h"
#include "mappe-dialogs.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-outcome-print.h"
#include "mappe-project-factor.h"
#include "mappe-project.h"
#include "mappe-record-window.h"

/**
 * MappeProjectDossier:
 * @step: that was selected, or -1 for the one that the project is at
 * @of: the project that it was selected of
 * @texts: (element-type GtkTextView): what is written for the selected step, of the present filling
 */
struct _MappeProjectDossier {
  MappeDossier parent_instance;

  int        step;
  gint64     of;
  GPtrArray *texts;
};

G_DEFINE_FINAL_TYPE (MappeProjectDossier, mappe_project_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_project_file_load (snapshot, *(gint64 *) data, NULL, error);
}

/** mappe_project_dossier_file: Returns: (transfer none) (nullable): what is shown */
const MappeProjectFile *
mappe_project_dossier_file (gpointer self)
{
  return mappe_dossier_get_result (MAPPE_DOSSIER (self));
}

/** mappe_project_dossier_step: Returns: number of the selected step, from 0 on */
guint
mappe_project_dossier_step (MappeProjectDossier *self)
{
  const MappeProjectFile *file = mappe_project_dossier_file (self);

  if (self->step < 0 || self->of != mappe_dossier_get_id (MAPPE_DOSSIER (self)) || self->step >= (int) file->steps->len)
    return mappe_project_steps_now (file->steps);
  return (guint) self->step;
}

/* --- texts --- */

/** mappe_project_dossier_add_text: @view: with its field, see mappe_project_dossier_save() */
void
mappe_project_dossier_add_text (MappeProjectDossier *self, GtkTextView *view)
{
  g_ptr_array_add (self->texts, view);
}

/* Returns: (transfer full): the text without space around it */
static char *
text_of (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/** mappe_project_dossier_save: Saves what is typed for the selected step as one step of undo. What nobody typed is not
 * looked at: the text may have been taken back meanwhile. */
void
mappe_project_dossier_save (MappeProjectDossier *self)
{
  const MappeProjectFile *file = mappe_project_dossier_file (self);
  g_autoptr (MappeRow) mine = file != NULL ? mappe_row_copy (file->project->row) : NULL;
  guint changed = 0;

  if (file == NULL || !mappe_dossier_is_held (MAPPE_DOSSIER (self))
      || !mappe_dossier_is_writable (MAPPE_DOSSIER (self)))
    return;
  for (guint i = 0; i < self->texts->len; i++)
    {
      guint field = GPOINTER_TO_UINT (g_object_get_data (g_ptr_array_index (self->texts, i), "field"));
      const char *old = mappe_row_get_text (file->project->row, field);
      g_autofree char *text = text_of (g_ptr_array_index (self->texts, i));

      if (g_strcmp0 (text, old != NULL ? old : "") == 0)
        continue;
      mappe_row_set_canonical (mine, field, *text != '\0' ? text : NULL, NULL);
      changed++;
    }
  if (changed > 0)
    {
      MappeEdit *edit = mappe_edit_new (_("Write text of a step"));

      mappe_edit_update (edit, mappe_row_ref (file->project->row), g_steal_pointer (&mine));
      mappe_dossier_apply (MAPPE_DOSSIER (self), edit, NULL, _("The text was not saved"));
    }
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

static void
mappe_project_dossier_save_typed (MappeDossier *dossier)
{
  mappe_project_dossier_save (MAPPE_PROJECT_DOSSIER (dossier));
}

/* --- the gate --- */

static void
new_part (GtkWidget *widget, const MappeKind *kind, guint field)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ssx)", kind->name, kind->fields[field].name,
                              mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeProjectDossier) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  const MappeProjectFile *file = mappe_project_dossier_file (self);
  const MappeProjectIndicator *next = file != NULL ? mappe_project_file_next_goal (file) : NULL;

  if (g_strcmp0 (answer, "indicator") != 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", mappe_indicator_kind.name,
                                next->indicator->row->id);
  else
    new_part (GTK_WIDGET (self), &mappe_indicator_kind, MAPPE_INDICATOR_PROJECT);
}

/* Says what is missing and leads there. Returns: whether the gate is open */
static gboolean
pass_gate (MappeProjectDossier *self, const MappeProjectFile *file)
{
  g_autofree char *words = mappe_project_words_goal (file, NULL);
  MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "indicator", mappe_project_file_next_goal (file) != NULL ? _("_Go to the indicator") : _("New _indicator…"),
      MAPPE_DIALOGS_SUGGESTED },
  };

  if (mappe_project_file_n_goals (file) > 0)
    return TRUE;
  mappe_dialogs_ask_async (GTK_WIDGET (self), _("The goal is missing"), words, answers, G_N_ELEMENTS (answers), NULL,
                           refused_cb, g_object_ref (self));
  return FALSE;
}

/* --- acts --- */

static void
select_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeProjectDossier *self = MAPPE_PROJECT_DOSSIER (widget);
  int step = g_variant_get_int32 (parameter);

  mappe_project_dossier_save (self);
  self->step = step;
  self->of = mappe_dossier_get_id (MAPPE_DOSSIER (self));
  mappe_dossier_refill (MAPPE_DOSSIER (self));
}

static void
go (MappeProjectDossier *self, guint to, const char *label, const char *done)
{
  const MappeProjectFile *file = mappe_project_dossier_file (self);
  g_autofree char *name = g_strdup_printf ("dossier-step-%u", to + 1);

  self->step = -1;
  mappe_dossier_focus (MAPPE_DOSSIER (self), name);
  mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_project_steps_go (file->project->row, file->steps, to, label), done,
                       _("The step was not changed"));
}

static void
forward_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeProjectDossier *self = MAPPE_PROJECT_DOSSIER (widget);
  const MappeProjectFile *file = mappe_project_dossier_file (self);
  guint to = file != NULL ? mappe_project_steps_now (file->steps) + 1 : 0;

  if (file == NULL || to >= file->steps->len)
    return;
  if (mappe_project_file_may_go (file, to) || pass_gate (self, file))
    go (self, to, _("Finish step"), _("The step is finished"));
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeProjectDossier *self = MAPPE_PROJECT_DOSSIER (widget);

  if (mappe_project_dossier_file (self) != NULL)
    go (self, mappe_project_dossier_step (self), _("Reopen step"), _("The step is open again"));
}

static void
set_status (GtkWidget *widget, const char *status, const char *label, const char *done)
{
  const MappeProjectFile *file = mappe_project_dossier_file (widget);

  mappe_dossier_apply (MAPPE_DOSSIER (widget), mappe_project_set_status (file->project->row, status, label), done,
                       _("The status was not changed"));
}

static void
start_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeProjectFile *file = mappe_project_dossier_file (widget);

  if (file != NULL && pass_gate (MAPPE_PROJECT_DOSSIER (widget), file))
    set_status (widget, "running", _("Start project"), _("The project runs"));
}

static void
finish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (mappe_project_dossier_file (widget) != NULL)
    set_status (widget, "completed", _("Complete project"), _("The project is completed"));
}

static void
indicator_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_part (widget, &mappe_indicator_kind, MAPPE_INDICATOR_PROJECT);
}

/* A part that has no page is written in a window over the project. */
static void
new_window (GtkWidget *widget, const MappeKind *kind, guint owner)
{
  MappeRow *preset = mappe_row_new_preset (kind);

  mappe_value_set_int (&preset->values[owner], mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
  mappe_record_window_new_record (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), preset);
}

static void
factor_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_window (widget, &mappe_project_factor_kind, MAPPE_PROJECT_FACTOR_PROJECT);
}

static void
open_factor_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_record_window_open (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), &mappe_project_factor_kind,
                            g_variant_get_int64 (parameter));
}

static void
measure_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_window (widget, &mappe_measure_kind, MAPPE_MEASURE_PROJECT);
}

static void
outcome_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-outcome", "(sx)", mappe_project_kind.name,
                              mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
}

static void
chart_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeProjectFile *file = mappe_project_dossier_file (widget);

  if (file != NULL && file->chart != NULL)
    mappe_outcome_print_chart (widget, file->chart, mappe_row_get_text (file->project->row, MAPPE_PROJECT_TITLE));
}

/* --- filling --- */

static void
add_head (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file)
{
  const MappeRow *row = file->project->row;
  const char *status = mappe_row_get_text (row, MAPPE_PROJECT_STATUS);
  const char *summary = mappe_row_get_text (row, MAPPE_PROJECT_SUMMARY);
  gboolean runs = g_strcmp0 (status, "running") == 0, over = g_strcmp0 (status, "completed") == 0;
  GString *about = g_string_new (mappe_row_get_text (row, MAPPE_PROJECT_REFERENCE));
  GtkBox *acts;

  g_string_append_printf (about, " · %s", mappe_project_file_code (file, row, MAPPE_PROJECT_STATUS, NULL));
  if (file->project->shown[MAPPE_PROJECT_AREA] != NULL)
    g_string_append_printf (about, " · %s", file->project->shown[MAPPE_PROJECT_AREA]);
  if (file->project->shown[MAPPE_PROJECT_LEAD_ORGANISATION] != NULL)
    g_string_append_printf (about, " · %s", file->project->shown[MAPPE_PROJECT_LEAD_ORGANISATION]);
  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (row, MAPPE_PROJECT_TITLE));
  mappe_dossier_add_label (box, "dim-label", about->str);
  g_string_free (about, TRUE);
  if (summary != NULL)
    mappe_dossier_add_label (box, NULL, summary);
  acts = mappe_dossier_add_acts (box);
  if (!runs && !over)
    mappe_dossier_add_act (acts, _("Start the project"), "project.start");
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  mappe_dossier_add_edit (acts, row->kind, row->id);
}

static void
mappe_project_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  static const char *const writing[] = { "project.start", "project.indicator", "project.factor", "project.measure" };
  MappeProjectDossier *self = MAPPE_PROJECT_DOSSIER (dossier);
  const MappeProjectFile *file = result;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], mappe_dossier_is_writable (dossier));
  g_ptr_array_set_size (self->texts, 0);
  add_head (self, box, file);
  mappe_project_dossier_add_steps (self, box, file);
  mappe_project_dossier_add_indicators (box, file);
  mappe_project_dossier_add_measures (box, file);
  mappe_project_dossier_add_programme (box, file);
  mappe_project_dossier_add_factors (box, file);
  mappe_project_dossier_add_decisions (box, file);
}

static char *
mappe_project_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  return g_strdup (mappe_row_get_text (((MappeProjectFile *) result)->project->row, MAPPE_PROJECT_TITLE));
}

static MappeNode *
mappe_project_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_project (result, NULL);
}

static void
mappe_project_dossier_finalize (GObject *object)
{
  g_ptr_array_unref (MAPPE_PROJECT_DOSSIER (object)->texts);
  G_OBJECT_CLASS (mappe_project_dossier_parent_class)->finalize (object);
}

static void
mappe_project_dossier_class_init (MappeProjectDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_project_dossier_finalize;
  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_project_file_free;
  dossier_class->title = mappe_project_dossier_title;
  dossier_class->fill = mappe_project_dossier_fill;
  dossier_class->save = mappe_project_dossier_save_typed;
  dossier_class->paper = mappe_project_dossier_paper;
  gtk_widget_class_install_action (widget_class, "project.open-factor", "x", open_factor_cb);
  gtk_widget_class_install_action (widget_class, "project.select", "i", select_cb);
  gtk_widget_class_install_action (widget_class, "project.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "project.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "project.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "project.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "project.indicator", NULL, indicator_cb);
  gtk_widget_class_install_action (widget_class, "project.factor", NULL, factor_cb);
  gtk_widget_class_install_action (widget_class, "project.measure", NULL, measure_cb);
  gtk_widget_class_install_action (widget_class, "project.outcome", NULL, outcome_cb);
  gtk_widget_class_install_action (widget_class, "project.chart", NULL, chart_cb);
}

static void
mappe_project_dossier_init (MappeProjectDossier *self)
{
  self->step = -1;
  self->texts = g_ptr_array_new ();
}
