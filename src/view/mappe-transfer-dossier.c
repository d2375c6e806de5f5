/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer-dossier.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-build-practice.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-project.h"
#include "mappe-record-window.h"
#include "mappe-dossier-keep.h"
#include "mappe-dossier-parts.h"
#include "mappe-shrink.h"
#include "mappe-transfer-condition.h"
#include "mappe-transfer.h"

struct _MappeTransferDossier {
  MappeDossier   parent_instance;

  GtkTextView *result;  /* of the present filling */
};

G_DEFINE_FINAL_TYPE (MappeTransferDossier, mappe_transfer_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_transfer_check_load (snapshot, *(gint64 *) data, NULL, error);
}

static const MappeTransferCheck *
check_of (gpointer self)
{
  return mappe_dossier_get_result (self);
}

static const char *
area_name (const MappeListed *area)
{
  return area != NULL ? mappe_row_get_text (area->row, MAPPE_AREA_NAME) : NULL;
}

/* --- acts --- */

static void
propose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (check_of (widget) != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (widget),
                       mappe_transfer_propose (check_of (widget), _("Propose conditions from the data")),
                       _("Conditions added: please check how each fits"), _("The conditions were not added"));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_transfer_condition_kind);

  mappe_value_set_int (&preset->values[MAPPE_TRANSFER_CONDITION_TRANSFER],
                       mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
  mappe_record_window_new_record (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), preset);
}

static void
start_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeTransferCheck *check = check_of (widget);
  const char *source = check->source != NULL ? area_name (check->source)
                                             : mappe_row_get_text (check->profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE);
  /* Translators: title of a project: name of an area, name of the area that it follows */
  g_autofree char *title = g_strdup_printf (_("%1$s after the model of %2$s"), area_name (check->target), source);

  mappe_dossier_focus (MAPPE_DOSSIER (widget), "dossier-first");
  mappe_dossier_apply (MAPPE_DOSSIER (widget), mappe_transfer_start (check, title, _("Make a project of it")),
                     _("The project is made, with one measure for each step"), _("The project was not made"));
}

static void
report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeTransferDossier *self = MAPPE_TRANSFER_DOSSIER (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->result);
  static const char *const typed[] = { "transfer-result", NULL };
  GtkTextIter start, end;
  g_autofree char *text = NULL, *today = mappe_date_today ();

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  mappe_dossier_apply_typed (MAPPE_DOSSIER (self),
                             mappe_transfer_report (check_of (self), g_strstrip (text), today,
                                                    _("Report the result back")),
                             _("The result is reported back to the profile"), _("The result was not saved"), typed,
                             mappe_dossier_get_id (MAPPE_DOSSIER (self)));
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

/* --- a condition --- */

static const MappeRow *
condition_of (gpointer self, gint64 id)
{
  const MappeTransferCheck *check = check_of (self);

  for (guint i = 0; check != NULL && i < check->conditions->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (check->conditions, i);

      if (listed->row->id == id)
        return listed->row;
    }
  return NULL;
}

static const MappeRow *
condition_at (MappeTransferDossier *self, gpointer widget)
{
  const gint64 *id = g_object_get_data (widget, "condition");

  return condition_of (self, *id);
}

static void
judge (MappeTransferDossier *self, const MappeRow *condition, MappeFit fit, const char *adaptation)
{
  g_autofree char *label = g_strdup_printf (_("Judge condition: %s"),
                                            mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_TOPIC));

  mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_transfer_judge (condition, fit, adaptation, label), NULL,
                     _("The condition was not saved"));
}

static void
fit_cb (GtkDropDown *down, GParamSpec *pspec, MappeTransferDossier *self)
{
  const MappeRow *condition = condition_at (self, down);
  MappeFit fit = gtk_drop_down_get_selected (down);

  if (condition != NULL && fit < MAPPE_FIT_N && fit != mappe_transfer_fit_of (condition))
    judge (self, condition, fit, mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_ADAPTATION));
}

static void
save_adaptation (MappeTransferDossier *self, GtkEditable *entry)
{
  const MappeRow *condition = condition_at (self, entry);
  const char *text = gtk_editable_get_text (entry);
  const char *old = condition != NULL ? mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_ADAPTATION) : NULL;

  if (condition != NULL && g_strcmp0 (text, old != NULL ? old : "") != 0)
    judge (self, condition, mappe_transfer_fit_of (condition), text);
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

static void
typed_cb (GtkEditable *entry, MappeTransferDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
}

static void
left_cb (GtkEventController *focus, MappeTransferDossier *self)
{
  save_adaptation (self, GTK_EDITABLE (gtk_event_controller_get_widget (focus)));
}

static void
name_control (GtkWidget *widget, const MappeRow *condition, const char *part, const char *label)
{
  const char *topic = mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_TOPIC);
  g_autofree char *name = g_strdup_printf ("dossier-%s-%" G_GINT64_FORMAT, part, condition->id);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, topic);

  gtk_widget_set_name (widget, name);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (widget), "condition", g_memdup2 (&condition->id, sizeof condition->id), g_free);
  mappe_dossier_name (widget, spoken);
}

static GtkWidget *
new_fit (MappeTransferDossier *self, const MappeRow *condition)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const char *words[MAPPE_FIT_N + 1] = { NULL };
  GtkWidget *down;

  for (guint i = 0; i < MAPPE_FIT_N; i++)
    words[i] = mappe_display_code (display, "transfer_fit", mappe_transfer_fit_code (i));
  down = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), mappe_transfer_fit_of (condition));
  gtk_widget_set_sensitive (down, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  name_control (down, condition, "fit", _("Fit"));
  g_signal_connect (down, "notify::selected", G_CALLBACK (fit_cb), self);
  return down;
}

static GtkWidget *
new_adaptation (MappeTransferDossier *self, const MappeRow *condition)
{
  const char *text = mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_ADAPTATION);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_sensitive (entry, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  gtk_widget_set_tooltip_text (entry, text);
  name_control (entry, condition, "adaptation", _("Adaptation"));
  mappe_dossier_keep_editable (MAPPE_DOSSIER (self), GTK_EDITABLE (entry), "transfer-adaptation", condition->id);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save_adaptation), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_conditions (MappeTransferDossier *self, GtkBox *box, const MappeTransferCheck *check)
{
  g_autofree char *source = g_strdup_printf (_("At the source: %s"), check->source != NULL ? area_name (check->source)
                                                                                           : "–");
  g_autofree char *target = g_strdup_printf (_("At the target: %s"), area_name (check->target));
  const char *headings[] = { _("Condition"), source, target, _("Fit"), _("Adaptation"), NULL };
  GtkGrid *table;

  if (check->conditions->len == 0)
    return;
  table = mappe_dossier_add_table (box, _("Conditions"), headings);
  for (guint i = 0; i < check->conditions->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (check->conditions, i))->row;
      static const guint fields[] = { MAPPE_TRANSFER_CONDITION_TOPIC, MAPPE_TRANSFER_CONDITION_SOURCE_STATE,
                                      MAPPE_TRANSFER_CONDITION_TARGET_STATE };

      for (int n = 0; n < (int) G_N_ELEMENTS (fields); n++)
        {
          GtkWidget *label = mappe_dossier_add_cell (table, n, (int) i + 1, mappe_row_get_text (row, fields[n]), FALSE);

          gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
          gtk_widget_set_hexpand (label, n > 0);
        }
      gtk_grid_attach (table, new_fit (self, row), 3, (int) i + 1, 1, 1);
      gtk_grid_attach (table, new_adaptation (self, row), 4, (int) i + 1, 1, 1);
    }
}

/* --- filling --- */

static void
add_head (MappeTransferDossier *self, GtkBox *box, const MappeTransferCheck *check)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const MappeRow *row = check->transfer->row;
  g_autofree char *title = g_strdup_printf (
      "%s → %s", check->source != NULL ? area_name (check->source)
                                       : mappe_row_get_text (check->profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE),
      area_name (check->target));
  g_autofree char *verdict = mappe_transfer_check_verdict (check, NULL);
  const char *begun = mappe_row_get_text (row, MAPPE_TRANSFER_BEGUN_ON);
  g_autofree char *day = begun != NULL ? mappe_date_format (begun) : NULL;
  g_autofree char *state = g_strdup_printf (
      "%s%s%s", mappe_display_code (display, "transfer_status", mappe_row_get_text (row, MAPPE_TRANSFER_STATUS)),
      day != NULL ? " · " : "", day != NULL ? day : "");

  mappe_dossier_add_label (box, "title-2", title);
  mappe_dossier_add_label (box, "dim-label", state);
  mappe_dossier_add_label (box, "heading", verdict);
}

static void
add_acts (MappeTransferDossier *self, GtkBox *box, const MappeTransferCheck *check)
{
  GtkBox *acts = mappe_dossier_add_acts (box);
  gboolean writable = mappe_dossier_is_writable (MAPPE_DOSSIER (self));
  g_autofree char *propose = g_strdup_printf (_("Propose conditions from the data (%u)"), check->proposals->len);
  const char *why;
  gboolean may_start = mappe_transfer_may_start (check, &why);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transfer.propose", writable && check->proposals->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transfer.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transfer.start", writable && may_start);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transfer.report", writable);
  mappe_dossier_add_act (acts, propose, "transfer.propose");
  mappe_dossier_add_act (acts, _("Add condition…"), "transfer.add");
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  mappe_dossier_add_edit (acts, check->transfer->row->kind, check->transfer->row->id);
}

static void
add_steps (GtkBox *box, const MappeTransferCheck *check)
{
  g_autoptr (GPtrArray) steps = mappe_transfer_check_steps (check);
  const char *why;
  gboolean may_start = mappe_transfer_may_start (check, &why);
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Adapted steps"), may_start ? _("Each step becomes a measure of the new project.") : _(why));

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, (char *) g_ptr_array_index (steps, i));
      GtkWidget *row = mappe_dossier_add_fact (group, title, "");

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
  if (check->project != NULL)
    mappe_dossier_add_link (group, mappe_row_get_text (check->project, MAPPE_PROJECT_TITLE), _("Project made of it"),
                          &mappe_project_kind, check->project->id);
  else
    gtk_widget_add_css_class (mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Make a project of it"),
                                                   "transfer.start"), "suggested-action");
}

static void
result_typed_cb (MappeTransferDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
}

static void
add_result (MappeTransferDossier *self, GtkBox *box, const MappeTransferCheck *check)
{
  const char *text = mappe_row_get_text (check->transfer->row, MAPPE_TRANSFER_RESULT);
  const char *day = mappe_row_get_text (check->transfer->row, MAPPE_TRANSFER_REPORTED_ON);
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *said = date != NULL ? g_strdup_printf (_("Reported back on %s; it stands on the profile."), date)
                                       : g_strdup (_("What came of it, for those who look at the profile."));
  GtkWidget *frame = gtk_frame_new (NULL);

  mappe_dossier_add_label (box, "heading", _("Result"));
  mappe_dossier_add_label (box, "dim-label", said);
  self->result = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->result, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->result, FALSE);
  g_object_set (self->result, "top-margin", 8, "bottom-margin", 8, "left-margin", 8, "right-margin", 8,
                "height-request", 72, "name", "dossier-result", NULL);
  gtk_text_view_set_editable (self->result, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->result), text != NULL ? text : "", -1);
  mappe_dossier_keep_buffer (MAPPE_DOSSIER (self), gtk_text_view_get_buffer (self->result), "transfer-result",
                             check->transfer->row->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Result"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->result), "changed", G_CALLBACK (result_typed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_frame_set_child (GTK_FRAME (frame), mappe_shrink_text (GTK_WIDGET (self->result)));
  gtk_box_append (box, frame);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Report the result back"), "transfer.report");
}

static void
mappe_transfer_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeTransferDossier *self = MAPPE_TRANSFER_DOSSIER (dossier);
  const MappeTransferCheck *check = result;
  AdwPreferencesGroup *group;

  add_head (self, box, check);
  add_acts (self, box, check);
  add_conditions (self, box, check);
  add_steps (box, check);
  add_result (self, box, check);
  group = mappe_dossier_add_group (box, _("Where it comes from"), NULL);
  mappe_dossier_add_record (group, check->profile, _("Best-practice profile"));
  mappe_dossier_add_record (group, check->source != NULL ? check->source->row : NULL, _("Area of the source"));
  mappe_dossier_add_record (group, check->target->row, _("Area of the target"));
}

static char *
mappe_transfer_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  const MappeTransferCheck *check = result;

  return g_strdup_printf (_("Transfer: %s"), area_name (check->target));
}

static MappeNode *
mappe_transfer_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_transfer (result, NULL);
}

static void
mappe_transfer_dossier_class_init (MappeTransferDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_transfer_check_free;
  dossier_class->title = mappe_transfer_dossier_title;
  dossier_class->fill = mappe_transfer_dossier_fill;
  dossier_class->paper = mappe_transfer_dossier_paper;
  gtk_widget_class_install_action (widget_class, "transfer.propose", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "transfer.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "transfer.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "transfer.report", NULL, report_cb);
}

static void
mappe_transfer_dossier_init (MappeTransferDossier *self)
{
}
