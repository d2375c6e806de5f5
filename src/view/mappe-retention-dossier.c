/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-dossier.h"

#include <glib/gi18n.h>

#include "mappe-archive-folder.h"
#include "mappe-archive-offer.h"
#include "mappe-build-archive.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-display.h"
#include "mappe-dossier-parts.h"
#include "mappe-erase-dialog.h"
#include "mappe-retention-class.h"
#include "mappe-retention-words.h"
#include "mappe-retention.h"
#include "mappe-share-window.h"

struct _MappeRetentionDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeRetentionDossier, mappe_retention_dossier, MAPPE_TYPE_DOSSIER)

/* --- reading --- */

/** Read: @offers: (element-type MappeRow): newest first; @council: (nullable) */
typedef struct {
  MappeRetention *retention;
  GPtrArray      *offers;
  MappeRow       *council;
  MappeCodes     *codes;
  char           *today;
} Read;

static void
read_free (Read *read)
{
  mappe_retention_free (read->retention);
  g_clear_pointer (&read->offers, g_ptr_array_unref);
  g_clear_pointer (&read->council, mappe_row_unref);
  g_clear_pointer (&read->codes, mappe_codes_free);
  g_free (read->today);
  g_free (read);
}

static GPtrArray *
rows_of (MappeSnapshot *snapshot, const MappeKind *kind, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  return mappe_snapshot_rows (snapshot, query, error);
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();
  g_autoptr (GPtrArray) councils = rows_of (snapshot, &mappe_council_kind, error);
  g_autoptr (GPtrArray) codes = councils != NULL ? rows_of (snapshot, &mappe_code_kind, error) : NULL;
  g_autoptr (GPtrArray) offers = codes != NULL ? rows_of (snapshot, &mappe_archive_offer_kind, error) : NULL;
  MappeRetention *retention = offers != NULL ? mappe_retention_load (snapshot, today, error) : NULL;
  Read *read;

  if (retention == NULL)
    return NULL;
  read = g_new0 (Read, 1);
  *read = (Read) { retention, g_steal_pointer (&offers),
                   councils->len > 0 ? mappe_row_ref (g_ptr_array_index (councils, 0)) : NULL,
                   mappe_codes_new (codes), g_steal_pointer (&today) };
  return read;
}

/* --- acts --- */

static void
offer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Read *read = mappe_dossier_get_result (MAPPE_DOSSIER (widget));
  const char *archive, *place;
  g_autofree char *title = NULL;
  MappeEdit *edit;

  if (read == NULL)
    return;
  archive = read->council != NULL ? mappe_row_get_text (read->council, MAPPE_COUNCIL_ARCHIVE) : NULL;
  place = read->council != NULL ? mappe_row_get_text (read->council, MAPPE_COUNCIL_NAME) : NULL;
  /* Translators: title of an offer to the archive; a year */
  title = g_strdup_printf (_("Offer %.4s"), read->today);
  edit = mappe_retention_offer (read->retention, title, archive, place, read->today, _("Offer to the archive"));
  if (edit != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (widget), edit, _("The offer is made; send its list to the archive"),
                         _("The offer was not made"));
}

static void
delete_confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDossier) self = data;
  const Read *read = mappe_dossier_get_result (self);
  MappeEdit *edit;

  if (!mappe_dialogs_confirm_finish (result, NULL) || read == NULL)
    return;
  edit = mappe_retention_delete (read->retention, _("Delete what is past its retention period"));
  if (edit != NULL)
    mappe_dossier_apply (self, edit, _("The records are deleted"), _("The records were not deleted"));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Read *read = mappe_dossier_get_result (MAPPE_DOSSIER (widget));
  guint n = read != NULL ? mappe_retention_count (read->retention, MAPPE_RETENTION_TO_DELETE) : 0;
  g_autofree char *heading = g_strdup_printf (ngettext ("Delete %u record?", "Delete %u records?", n), n);

  if (n > 0)
    mappe_dialogs_confirm_async (widget, heading,
                                 _("Their period is over, and the archive has decided or need not be asked. What is a"
                                   " part of them goes too."),
                                 _("_Delete"), MAPPE_DIALOGS_DESTRUCTIVE, delete_confirmed_cb, g_object_ref (widget));
}

static void
erase_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  mappe_erase_dialog_open (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), mappe_kind_lookup (kind, NULL), id,
                           TRUE);
}

static void
list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_share_window_open (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), &mappe_archive_offer_kind,
                           g_variant_get_int64 (parameter));
}

static void
folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_archive_folder_save (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), g_variant_get_int64 (parameter));
}

/* A rule of the program becomes one of the council's own when somebody changes it. */
static void
set_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Read *read = mappe_dossier_get_result (MAPPE_DOSSIER (widget));
  const char *scope = g_variant_get_string (parameter, NULL);

  for (guint i = 0; read != NULL && i < read->retention->rules->len; i++)
    {
      MappeRetentionRule own = *(MappeRetentionRule *) g_ptr_array_index (read->retention->rules, i);

      own.basis = (char *) mappe_retention_words_basis (&own, NULL);
      if (g_str_equal (own.scope, scope) && own.class_id == 0)
        mappe_dossier_apply (MAPPE_DOSSIER (widget), mappe_retention_set (&own, NULL, _("Own retention period")),
                             _("The period is now the council's own: choose it to change it"),
                             _("The period was not changed"));
    }
}

/* --- filling --- */

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *spoken, const char *name, const char *action,
            GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, name);
  mappe_dossier_name (button, spoken);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  mappe_dossier_add_suffix (row, button);
  return button;
}

/* "Papers of meetings · 4 March 2012 · due since 1 January 2023 · to be offered to the archive" */
static char *
due_words (MappeRetentionDossier *self, const MappeRetentionDue *due)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  g_autofree char *period = mappe_retention_words_period (due->begins_on, due->ends_on, NULL);
  g_autofree char *day = mappe_date_format (due->due_on);

  return g_strdup_printf (_("%1$s · %2$s · due since %3$s: %4$s"),
                          mappe_display_code (display, "retention_scope", due->rule->scope), period, day,
                          mappe_retention_words_state (due->state, NULL));
}

static void
add_due (MappeRetentionDossier *self, GtkBox *box, const MappeRetention *retention)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("What is due"), retention->due->len == 0 ? _("✓ No record is past its retention period.") : NULL);

  for (guint i = 0; i < retention->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (retention->due, i);
      g_autofree char *words = due_words (self, due);
      GtkWidget *row = mappe_dossier_add_link (group, due->title, words, due->rule->kind, due->id);
      g_autofree char *name = g_strdup_printf ("dossier-erase-%s-%" G_GINT64_FORMAT, due->rule->kind->name, due->id);
      g_autofree char *spoken = g_strdup_printf (_("Erase personal data: %s"), due->title);

      if (due->state == MAPPE_RETENTION_TO_BLANK)
        add_button (row, _("Erase…"), spoken, name, "retention.erase",
                    g_variant_new ("(sx)", due->rule->kind->name, due->id));
    }
}

static char *
offer_words (MappeRetentionDossier *self, const MappeRow *offer)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const char *decision = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_DECISION);
  const char *offered = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_OFFERED_ON);
  const char *decided = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_DECIDED_ON);
  g_autofree char *first = offered != NULL ? mappe_date_format (offered) : g_strdup ("–");
  g_autofree char *second = decided != NULL ? mappe_date_format (decided) : g_strdup ("–");

  if (decision == NULL)
    return g_strdup_printf (_("offered on %s · the archive has not decided; write its decision into the offer"), first);
  return g_strdup_printf (_("offered on %1$s · %2$s, decided on %3$s"), first,
                          mappe_display_code (display, "archive_decision", decision), second);
}

static void
add_offers (MappeRetentionDossier *self, GtkBox *box, GPtrArray *offers)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Offers to the archive"), offers->len == 0 ? _("Nothing was offered yet.") : NULL);

  for (guint i = offers->len; i > 0; i--)
    {
      const MappeRow *offer = g_ptr_array_index (offers, i - 1);
      const char *reference = mappe_row_get_text (offer, MAPPE_FIELD_REFERENCE);
      g_autofree char *title = g_strdup_printf ("%s %s", reference, mappe_row_get_text (offer,
                                                                                        MAPPE_ARCHIVE_OFFER_TITLE));
      g_autofree char *words = offer_words (self, offer);
      g_autofree char *list = g_strdup_printf (_("List of the offer %s"), reference);
      g_autofree char *folder = g_strdup_printf (_("Folder for the archive, offer %s"), reference);
      g_autofree char *list_name = g_strdup_printf ("dossier-list-%" G_GINT64_FORMAT, offer->id);
      g_autofree char *folder_name = g_strdup_printf ("dossier-folder-%" G_GINT64_FORMAT, offer->id);
      GtkWidget *row = mappe_dossier_add_link (group, title, words, offer->kind, offer->id);

      add_button (row, _("Folder…"), folder, folder_name, "retention.folder", g_variant_new_int64 (offer->id));
      add_button (row, _("List…"), list, list_name, "retention.list", g_variant_new_int64 (offer->id));
    }
}

static void
add_rules (MappeRetentionDossier *self, GtkBox *box, const MappeRetention *retention)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Retention periods"), _("They hold for every way of deleting. What the program starts with is replaced by"
                                     " what your council or your file plan says."));

  for (guint i = 0; i < retention->rules->len; i++)
    {
      const MappeRetentionRule *rule = g_ptr_array_index (retention->rules, i);
      const char *title = mappe_display_code (display, "retention_scope", rule->scope);
      g_autofree char *words = mappe_retention_words_rule (rule, NULL);
      g_autofree char *text = g_strdup_printf ("%s\n%s", words, mappe_retention_words_basis (rule, NULL));
      g_autofree char *name = g_strdup_printf ("dossier-set-%s", rule->scope);
      g_autofree char *spoken = g_strdup_printf (_("Own retention period: %s"), title);

      if (rule->class_id > 0)
        mappe_dossier_add_link (group, title, text, &mappe_retention_class_kind, rule->class_id);
      else
        add_button (mappe_dossier_add_fact (group, title, text), _("Set own"), spoken, name, "retention.set",
                    g_variant_new_string (rule->scope));
    }
}

static void
add_acts (MappeRetentionDossier *self, GtkBox *box, const MappeRetention *retention)
{
  gboolean writable = mappe_dossier_is_writable (MAPPE_DOSSIER (self));
  GtkBox *acts = mappe_dossier_add_acts (box);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "retention.offer",
                                 writable && mappe_retention_count (retention, MAPPE_RETENTION_TO_OFFER) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "retention.delete",
                                 writable && mappe_retention_count (retention, MAPPE_RETENTION_TO_DELETE) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "retention.erase", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "retention.set", writable);
  mappe_dossier_add_act (acts, _("Offer to the archive"), "retention.offer");
  mappe_dossier_add_act (acts, _("Delete what may go…"), "retention.delete");
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
}

static void
add_archive (GtkBox *box, const MappeRow *council)
{
  const char *archive = council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_ARCHIVE) : NULL;
  g_autofree char *text = archive != NULL ? g_strdup_printf (_("Archive in charge: %s"), archive)
                                          : g_strdup (_("Which archive is in charge is not set yet; it is entered in"
                                                        " the preferences, under “Council”."));

  mappe_dossier_add_label (box, "dim-label", text);
}

static void
mappe_retention_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeRetentionDossier *self = MAPPE_RETENTION_DOSSIER (dossier);
  const Read *read = result;

  mappe_dossier_add_label (box, "title-2", _("Retention and archive"));
  add_archive (box, read->council);
  add_acts (self, box, read->retention);
  add_due (self, box, read->retention);
  add_offers (self, box, read->offers);
  add_rules (self, box, read->retention);
}

static MappeNode *
mappe_retention_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  const Read *read = result;
  const MappeArchivePaper paper = { read->council, read->codes, read->today };

  return mappe_build_retention (read->retention, &paper, NULL);
}

static void
mappe_retention_dossier_class_init (MappeRetentionDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) read_free;
  dossier_class->fill = mappe_retention_dossier_fill;
  dossier_class->paper = mappe_retention_dossier_paper;
  gtk_widget_class_install_action (widget_class, "retention.offer", NULL, offer_cb);
  gtk_widget_class_install_action (widget_class, "retention.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "retention.erase", "(sx)", erase_cb);
  gtk_widget_class_install_action (widget_class, "retention.list", "x", list_cb);
  gtk_widget_class_install_action (widget_class, "retention.folder", "x", folder_cb);
  gtk_widget_class_install_action (widget_class, "retention.set", "s", set_cb);
}

static void
mappe_retention_dossier_init (MappeRetentionDossier *self)
{
}
