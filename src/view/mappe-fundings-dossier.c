/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-fundings-dossier.h"

#include <glib/gi18n.h>

#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-dossier-parts.h"
#include "mappe-funding-application.h"
#include "mappe-funding-overview.h"
#include "mappe-funding-programme.h"
#include "mappe-funding-words.h"
#include "mappe-sample.h"

struct _MappeFundingsDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeFundingsDossier, mappe_fundings_dossier, MAPPE_TYPE_DOSSIER)

/* --- reading --- */

/** Read: @examples: (nullable) (element-type MappeRow): %NULL where the program was installed without them */
typedef struct {
  MappeFundingOverview *overview;
  GPtrArray            *examples;
} Read;

static void
read_free (Read *read)
{
  g_clear_pointer (&read->overview, mappe_funding_overview_free);
  g_clear_pointer (&read->examples, g_ptr_array_unref);
  g_free (read);
}

static char *
council_language (MappeSnapshot *snapshot)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = mappe_snapshot_rows (snapshot, query, NULL);

  return councils != NULL && councils->len > 0
             ? g_strdup (mappe_row_get_text (g_ptr_array_index (councils, 0), MAPPE_COUNCIL_LANGUAGE)) : NULL;
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today (), *folder = mappe_sample_find_folder ();
  g_autofree char *language = council_language (snapshot);
  MappeFundingOverview *overview = mappe_funding_overview_load (snapshot, today, error);
  Read *read;

  if (overview == NULL)
    return NULL;
  read = g_new0 (Read, 1);
  read->overview = overview;
  read->examples = mappe_sample_funding_programmes (folder, language, NULL);
  return read;
}

/* --- acts --- */

static void
examples_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Read *read = mappe_dossier_get_result (MAPPE_DOSSIER (widget));

  if (read != NULL && read->examples != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (widget),
                         mappe_funding_add_examples (read->overview, read->examples, _("Add example programmes")),
                         _("The examples are added: please read their sources before you use them"),
                         _("The examples were not added"));
}

/* --- filling --- */

/* "granted · Use report: 31 March 2027: 121 days left" */
static char *
application_words (MappeFundingsDossier *self, const MappeFundingFile *file, const char *today)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const MappeRow *row = file->application->row;
  guint n = mappe_funding_n_not_met (file, today);
  GString *text = g_string_new (mappe_display_code (display, "application_status",
                                                    mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_STATUS)));

  g_string_append_printf (text, " · %s", mappe_row_get_text (file->programme, MAPPE_FUNDING_PROGRAMME_NAME));
  if (n > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("▲ %u rule is not met", "▲ %u rules are not met", n), n);
    }
  if (!mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON))
    {
      g_autofree char *report = mappe_funding_words_report (file, today, NULL);

      g_string_append_printf (text, " · %s: %s", _("Use report"), report);
    }
  return g_string_free (text, FALSE);
}

static void
add_applications (MappeFundingsDossier *self, GtkBox *box, const MappeFundingOverview *overview)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Applications"), overview->files->len == 0 ? _("Nothing was applied for yet.") : NULL);

  for (guint i = 0; i < overview->files->len; i++)
    {
      const MappeFundingFile *file = g_ptr_array_index (overview->files, i);
      const MappeRow *row = file->application->row;
      g_autofree char *words = application_words (self, file, overview->today);

      mappe_dossier_add_link (group, mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_TITLE), words, row->kind,
                              row->id);
    }
}

static char *
programme_words (const MappeRow *programme, const char *today)
{
  const char *funder = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_FUNDER);
  g_autofree char *deadline = mappe_funding_deadline (programme, today);
  g_autofree char *days = deadline != NULL ? mappe_funding_words_days (deadline, today, NULL) : NULL;
  GString *text = g_string_new (funder != NULL ? funder : "–");

  if (days != NULL)
    g_string_append_printf (text, " · %s: %s", _("Applications until"), days);
  if (mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_OPEN) == 0)
    g_string_append_printf (text, " · %s", _("not open for applications"));
  return g_string_free (text, FALSE);
}

static void
add_programmes (MappeFundingsDossier *self, GtkBox *box, const Read *read)
{
  const MappeFundingOverview *overview = read->overview;
  guint n = read->examples != NULL ? mappe_funding_n_examples (overview, read->examples) : 0;
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Funding programmes"),
      overview->programmes->len > 0 ? NULL
                                    : _("A programme has the rules that its applications are measured by: highest "
                                        "share, cap, own share, deadline, papers. Start with examples, each with "
                                        "its source and the day it was read, and change them as you need."));
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u example programme", "Add %u example programmes", n), n);

  for (guint i = 0; i < overview->programmes->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (overview->programmes, i);
      g_autofree char *words = programme_words (row, overview->today);

      mappe_dossier_add_link (group, mappe_row_get_text (row, MAPPE_FUNDING_PROGRAMME_NAME), words, row->kind, row->id);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fundings.examples",
                                 mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  if (n > 0)
    mappe_dossier_add_act (mappe_dossier_add_acts (box), label, "fundings.examples");
}

static void
mappe_fundings_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeFundingsDossier *self = MAPPE_FUNDINGS_DOSSIER (dossier);
  const Read *read = result;

  mappe_dossier_add_label (box, "title-2", _("Funding"));
  add_applications (self, box, read->overview);
  add_programmes (self, box, read);
}

static void
mappe_fundings_dossier_class_init (MappeFundingsDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) read_free;
  dossier_class->fill = mappe_fundings_dossier_fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "fundings.examples", NULL, examples_cb);
}

static void
mappe_fundings_dossier_init (MappeFundingsDossier *self)
{
}
