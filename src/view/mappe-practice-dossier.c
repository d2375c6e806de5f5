/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-practice-dossier.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-build-practice.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-number.h"
#include "mappe-practice.h"
#include "mappe-project.h"
#include "mappe-dossier-parts.h"
#include "mappe-transfer.h"

struct _MappePracticeDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappePracticeDossier, mappe_practice_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_practice_load (snapshot, *(gint64 *) data, NULL, error);
}

static const MappeRow *
profile_of (MappePracticeDossier *self)
{
  const MappePractice *practice = mappe_dossier_get_result (MAPPE_DOSSIER (self));

  return practice != NULL ? practice->profile : NULL;
}

/* --- acts --- */

static void
publish (MappePracticeDossier *self, gboolean published)
{
  const MappeRow *profile = profile_of (self);
  g_autofree char *today = mappe_date_today ();
  const char *label = published ? _("Publish profile") : _("Withdraw publication");

  if (profile != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_practice_publish (profile, published ? today : NULL, label),
                       published ? _("The profile is published") : _("The publication was withdrawn"),
                       _("The change was not saved"));
}

static void
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  publish (MAPPE_PRACTICE_DOSSIER (widget), TRUE);
}

static void
withdraw_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  publish (MAPPE_PRACTICE_DOSSIER (widget), FALSE);
}

static void
transfer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ssx)", mappe_transfer_kind.name,
                              mappe_transfer_kind.fields[MAPPE_TRANSFER_PROFILE].name,
                              mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
}

static void
ticked_cb (GtkCheckButton *button, MappePracticeDossier *self)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  const MappeRow *profile = profile_of (self);
  const char *what = _(profile->kind->fields[field].label);
  MappeEdit *edit = mappe_edit_new (what);
  MappeRow *mine = mappe_row_copy (profile);

  mappe_value_set_int (&mine->values[field], gtk_check_button_get_active (button));
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) profile), mine);
  mappe_dossier_apply (MAPPE_DOSSIER (self), edit, NULL, _("The change was not saved"));
}

/* --- filling --- */

static void
add_head (GtkBox *box, const MappePractice *practice)
{
  const MappeRow *profile = practice->profile;
  GString *head = g_string_new (practice->project != NULL ? practice->project->title : NULL);

  if (practice->area != NULL)
    g_string_append_printf (head, " · %s", mappe_row_get_text (practice->area, MAPPE_AREA_NAME));
  if (!mappe_row_is_null (profile, MAPPE_BEST_PRACTICE_PROFILE_COST_EUR))
    {
      g_autofree char *cost = mappe_decimal_format (mappe_row_get_int (profile, MAPPE_BEST_PRACTICE_PROFILE_COST_EUR),
                                                    2);

      g_string_append_printf (head, " · %s €", cost);
    }
  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE));
  mappe_dossier_add_label (box, "dim-label", head->str);
  g_string_free (head, TRUE);
}

/* "Missing: The problem is described, There is enough to replicate it. …" */
static char *
gate_words (const MappeRow *profile)
{
  const char *published = mappe_row_get_text (profile, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < MAPPE_PRACTICE_CRITERIA; i++)
    if (mappe_row_get_int (profile, mappe_practice_criterion (i)) == 0)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? " · " : "",
                              _(profile->kind->fields[mappe_practice_criterion (i)].label));
  if (missing->len > 0)
    return g_strdup_printf (_("▲ Not to be published yet. Missing: %s"), missing->str);
  if (published != NULL)
    {
      g_autofree char *day = mappe_date_format (published);

      return g_strdup_printf (_("✓ All four criteria are met. Published on %s."), day);
    }
  return g_strdup (_("✓ All four criteria are met: the profile can be published."));
}

static void
add_criterion (MappePracticeDossier *self, AdwPreferencesGroup *group, const MappeRow *profile, guint field)
{
  const char *label = _(profile->kind->fields[field].label);
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("dossier-criterion-%u", field);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), mappe_row_get_int (profile, field) != 0);
  gtk_widget_set_name (button, name);
  gtk_widget_set_sensitive (button, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_signal_connect (button, "toggled", G_CALLBACK (ticked_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);
}

static void
add_transfers (MappePracticeDossier *self, GtkBox *box, const MappePractice *practice)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  AdwPreferencesGroup *group =
      mappe_dossier_add_group (box, _("Transfers"),
                             practice->transfers->len == 0
                                 ? _("Not taken to another area yet. A transfer compares both places first.") : NULL);

  for (guint i = 0; i < practice->transfers->len; i++)
    {
      const MappeTransferCheck *check = g_ptr_array_index (practice->transfers, i);
      const MappeRow *row = check->transfer->row;
      g_autofree char *verdict = mappe_transfer_check_verdict (check, NULL);
      const char *status = mappe_row_get_text (row, MAPPE_TRANSFER_STATUS);
      const char *result = mappe_row_get_text (row, MAPPE_TRANSFER_RESULT);
      g_autofree char *text = g_strdup_printf ("%s · %s%s%s", mappe_display_code (display, "transfer_status", status),
                                               verdict, result != NULL ? "\n" : "", result != NULL ? result : "");

      mappe_dossier_add_link (group, mappe_row_get_text (check->target->row, MAPPE_AREA_NAME), text,
                            &mappe_transfer_kind, row->id);
      mappe_dossier_add_record (group, check->project, _("Project made of the transfer"));
    }
}

static void
add_acts (MappePracticeDossier *self, GtkBox *box, const MappeRow *profile)
{
  GtkBox *acts = mappe_dossier_add_acts (box);
  gboolean published = !mappe_row_is_null (profile, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON);
  gboolean writable = mappe_dossier_is_writable (MAPPE_DOSSIER (self));
  gboolean whole = mappe_practice_n_met (profile) == MAPPE_PRACTICE_CRITERIA;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practice.publish", writable && whole && !published);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practice.withdraw", writable && published);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practice.transfer", writable);
  gtk_widget_add_css_class (mappe_dossier_add_act (acts, _("Transfer to another area…"), "practice.transfer"),
                            "suggested-action");
  mappe_dossier_add_act (acts, published ? _("Withdraw publication") : _("Publish"),
                       published ? "practice.withdraw" : "practice.publish");
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  mappe_dossier_add_edit (acts, profile->kind, profile->id);
}

static void
mappe_practice_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappePracticeDossier *self = MAPPE_PRACTICE_DOSSIER (dossier);
  const MappePractice *practice = result;
  const MappeRow *profile = practice->profile;
  g_autofree char *gate = gate_words (profile);
  AdwPreferencesGroup *group;

  add_head (box, practice);
  add_acts (self, box, profile);
  group = mappe_dossier_add_group (box, _("Minimum criteria of the EUCPN"), gate);
  for (guint i = 0; i < MAPPE_PRACTICE_CRITERIA; i++)
    add_criterion (self, group, profile, mappe_practice_criterion (i));
  for (guint i = 0; i < MAPPE_PRACTICE_PARTS; i++)
    mappe_dossier_add_paragraph (box, _(profile->kind->fields[mappe_practice_part (i)].label),
                                 mappe_row_get_text (profile, mappe_practice_part (i)));
  add_transfers (self, box, practice);
  group = mappe_dossier_add_group (box, _("Where it comes from"), NULL);
  mappe_dossier_add_record (group, practice->project != NULL ? practice->project->row : NULL, _("Project"));
  mappe_dossier_add_record (group, practice->area, _("Area"));
}

static char *
mappe_practice_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  return g_strdup (mappe_row_get_text (((MappePractice *) result)->profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE));
}

static MappeNode *
mappe_practice_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_practice (result, NULL);
}

static void
mappe_practice_dossier_class_init (MappePracticeDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_practice_free;
  dossier_class->title = mappe_practice_dossier_title;
  dossier_class->fill = mappe_practice_dossier_fill;
  dossier_class->paper = mappe_practice_dossier_paper;
  gtk_widget_class_install_action (widget_class, "practice.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "practice.withdraw", NULL, withdraw_cb);
  gtk_widget_class_install_action (widget_class, "practice.transfer", NULL, transfer_cb);
}

static void
mappe_practice_dossier_init (MappePracticeDossier *self)
{
}
