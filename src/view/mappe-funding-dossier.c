/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-dossier.h"

#include <glib/gi18n.h>

#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-application-paper.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-display.h"
#include "mappe-dossier-parts.h"
#include "mappe-feedback.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-funding-programme.h"
#include "mappe-funding-words.h"
#include "mappe-meeting.h"
#include "mappe-number.h"
#include "mappe-project.h"
#include "mappe-record-window.h"
#include "mappe-shrink.h"

/** MappeFundingDossier: @meetings: (nullable): that the statement can be put on, of the present filling */
struct _MappeFundingDossier {
  MappeDossier parent_instance;

  GtkDropDown *meetings;
};

G_DEFINE_FINAL_TYPE (MappeFundingDossier, mappe_funding_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_funding_file_load (snapshot, *(gint64 *) data, today, error);
}

static const MappeFundingFile *
file_of (gpointer self)
{
  return mappe_dossier_get_result (self);
}

static char *
euro (gint64 cents)
{
  return mappe_funding_words_euro (cents, NULL);
}

/* --- acts --- */

static void
papers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (file_of (widget) != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (widget),
                         mappe_funding_take_papers (file_of (widget), _("Take over the papers of the programme")),
                         _("The papers are on the list"), _("The papers were not added"));
}

static void
add_part (GtkWidget *widget, const MappeKind *kind, guint field)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (kind);

  mappe_value_set_int (&preset->values[field], mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
  mappe_record_window_new_record (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), preset);
}

static void
paper_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_part (widget, &mappe_application_paper_kind, MAPPE_APPLICATION_PAPER_APPLICATION);
}

static void
payment_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_part (widget, &mappe_funding_payment_kind, MAPPE_FUNDING_PAYMENT_APPLICATION);
}

static void
statement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeFundingFile *file = file_of (widget);
  const char *label = _("Draft the statement of the council");
  g_autofree char *text = file != NULL ? mappe_funding_draft_statement (file, NULL) : NULL;
  MappeEdit *edit;
  MappeRow *mine;

  if (file == NULL)
    return;
  edit = mappe_edit_new (label);
  mine = mappe_row_copy (file->application->row);
  mappe_value_set_text (&mine->values[MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT], text);
  mappe_edit_update (edit, mappe_row_ref (file->application->row), mine);
  mappe_dossier_apply (MAPPE_DOSSIER (widget), edit, _("The statement is drafted: please complete it in the record"),
                       _("The statement was not saved"));
}

/* --- onto an agenda --- */

/* The item and its link from the application are one step. */
static void
propose (MappeFundingDossier *self, const MappeFundingFile *file, const MappeSitting *sitting)
{
  const MappeRow *row = file->application->row;
  const char *code = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL;
  const MappeLanguage *language = mappe_language_get (code);
  const char *statement = mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT);
  g_autofree char *draft = mappe_funding_draft_statement (file, language);
  g_autofree char *title = g_strdup_printf (L_ ("Statement on the application “%s”"),
                                            mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_TITLE));
  MappeAgendaProposal proposal = { title, "decision", statement != NULL ? statement : draft,
                                   mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROJECT) };
  g_autoptr (GError) error = NULL;
  gint64 item;
  MappeEdit *edit = mappe_agenda_propose (sitting, &proposal, &item, &error);

  if (edit == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The statement was not put on the agenda"));
      return;
    }
  mappe_funding_put_on_agenda (file, edit, item, proposal.draft_decision);
  mappe_dossier_apply (MAPPE_DOSSIER (self), edit, _("The statement is on the agenda"),
                       _("The statement was not put on the agenda"));
}

static void
sitting_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFundingDossier) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeSitting) sitting = mappe_sitting_load_finish (MAPPE_STORE (source), result, &error);

  if (sitting == NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The statement was not put on the agenda"));
  else if (file_of (self) != NULL)
    propose (self, file_of (self), sitting);
}

static void
agenda_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeFundingDossier *self = MAPPE_FUNDING_DOSSIER (widget);
  const MappeFundingFile *file = file_of (self);
  guint at = self->meetings != NULL ? gtk_drop_down_get_selected (self->meetings) : GTK_INVALID_LIST_POSITION;

  if (file != NULL && at < file->meetings->len)
    mappe_sitting_load_async (mappe_dossier_get_store (MAPPE_DOSSIER (self)),
                              ((MappeListed *) g_ptr_array_index (file->meetings, at))->row->id, NULL, sitting_cb,
                              g_object_ref (self));
}

static void
decision_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeFundingFile *file = file_of (widget);
  MappeEdit *edit = file != NULL ? mappe_funding_take_decision (file, _("Take over the decision")) : NULL;

  if (edit != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (widget), edit, _("The decision is the statement now"),
                         _("The decision was not taken over"));
}

static void
supplied_cb (GtkCheckButton *button, MappeFundingDossier *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "paper");
  const MappeFundingFile *file = file_of (self);
  g_autofree char *today = mappe_date_today ();

  for (guint i = 0; file != NULL && i < file->papers->len; i++)
    {
      const MappeRow *paper = ((MappeListed *) g_ptr_array_index (file->papers, i))->row;

      if (paper->id == *id)
        mappe_dossier_apply (MAPPE_DOSSIER (self),
                             mappe_funding_supply (paper, gtk_check_button_get_active (button) ? today : NULL,
                                                   mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_TITLE)),
                             NULL, _("The change was not saved"));
    }
}

/* --- filling --- */

static char *
own_words (const MappeFundingFile *file)
{
  const MappeFundingSum *sum = &file->sum;
  double hours = mappe_row_get_real (file->application->row, MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS);
  gint64 rate = mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_VOLUNTEER_RATE_EUR);
  g_autofree char *own = euro (sum->own), *volunteer = euro (sum->volunteer), *per_hour = euro (rate);
  g_autofree char *worked = mappe_real_format (hours, 0);
  GString *text = g_string_new (NULL);

  g_string_append (text, own);
  if (hours > 0 && rate > 0)
    /* Translators: amount; hours; amount an hour */
    g_string_append_printf (text, _(", of it %1$s for %2$s hours of volunteers at %3$s"), volunteer, worked, per_hour);
  else if (hours > 0)
    g_string_append_printf (text, _("; %s hours of volunteers do not count: the programme names no rate"), worked);
  return g_string_free (text, FALSE);
}

static void
add_money (GtkBox *box, const MappeFundingFile *file)
{
  const MappeFundingSum *sum = &file->sum;
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("Financing"), NULL);
  g_autofree char *total = euro (sum->total), *other = euro (sum->other), *asked = euro (sum->asked);
  g_autofree char *own = own_words (file);

  mappe_dossier_add_fact (group, _("Total cost"), total);
  mappe_dossier_add_fact (group, _("Asked for"), asked);
  mappe_dossier_add_fact (group, _("Own share"), own);
  mappe_dossier_add_fact (group, _("Other money"), other);
}

/* What the programme asks for, beside what the application says. */
static void
add_checks (AdwPreferencesGroup *group, const MappeFundingFile *file, const char *today)
{
  for (guint i = 0; i < MAPPE_FUNDING_N_RULES; i++)
    {
      g_autofree char *words = mappe_funding_words_check (file, i, today, NULL);

      if (words != NULL)
        mappe_dossier_add_fact (group, mappe_funding_words_rule (i, NULL), words);
    }
}

static void
add_rules (GtkBox *box, const MappeFundingFile *file)
{
  const MappeRow *programme = file->programme;
  g_autofree char *today = mappe_date_today ();
  guint n = mappe_funding_n_not_met (file, today);
  g_autofree char *about = n == 0 ? g_strdup (_("✓ No rule is broken"))
                                  : g_strdup_printf (ngettext ("▲ %u rule is not met", "▲ %u rules are not met", n), n);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("Rules of the programme"), about);
  const char *source = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_SOURCE);
  const char *read = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_SOURCE_ON);
  g_autofree char *day = read != NULL ? mappe_date_format (read) : NULL;
  g_autofree char *origin = day != NULL ? g_strdup_printf (_("%1$s, read on %2$s"), source, day) : g_strdup (source);

  mappe_dossier_add_link (group, mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_NAME),
                          mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_FUNDER), programme->kind,
                          programme->id);
  add_checks (group, file, today);
  if (!mappe_row_is_null (programme, MAPPE_FUNDING_PROGRAMME_CONDITIONS))
    mappe_dossier_add_fact (group, _("Conditions"), mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_CONDITIONS));
  if (source != NULL)
    mappe_dossier_add_fact (group, _("Source"), origin);
}

static void
add_paper (MappeFundingDossier *self, AdwPreferencesGroup *group, const MappeRow *paper)
{
  const char *title = mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_TITLE);
  const char *day = mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_SUPPLIED_ON);
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *state = date != NULL ? g_strdup_printf (_("supplied on %s"), date) : g_strdup (_("▲ missing"));
  g_autofree char *name = g_strdup_printf ("dossier-paper-%" G_GINT64_FORMAT, paper->id);
  GtkWidget *row = mappe_dossier_add_fact (group, title, state), *button = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), day != NULL);
  gtk_widget_set_name (button, name);
  gtk_widget_set_sensitive (button, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_name (button, title);
  g_object_set_data_full (G_OBJECT (button), "paper", g_memdup2 (&paper->id, sizeof paper->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (supplied_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
add_papers (MappeFundingDossier *self, GtkBox *box, const MappeFundingFile *file)
{
  g_autoptr (GPtrArray) wanted = mappe_funding_wanted_papers (file);
  g_autofree char *take = g_strdup_printf (_("Take over the papers of the programme (%u)"), wanted->len);
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Papers"), file->papers->len == 0 ? _("No paper is on the list yet.") : NULL);
  GtkBox *acts = mappe_dossier_add_acts (box);

  for (guint i = 0; i < file->papers->len; i++)
    add_paper (self, group, ((MappeListed *) g_ptr_array_index (file->papers, i))->row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.papers",
                                 wanted->len > 0 && mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_add_act (acts, take, "funding.papers");
  mappe_dossier_add_act (acts, _("Add paper…"), "funding.paper");
}

static void
add_payments (GtkBox *box, const MappeFundingFile *file)
{
  g_autofree char *granted = euro (file->sum.granted), *paid = euro (file->sum.paid), *rest = euro (file->sum.open);
  g_autofree char *today = mappe_date_today (), *report = mappe_funding_words_report (file, today, NULL);
  /* Translators: three amounts */
  g_autofree char *sums = g_strdup_printf (_("%1$s granted, %2$s paid, %3$s open"), granted, paid, rest);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("Payments and proof of use"), sums);

  for (guint i = 0; i < file->payments->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (file->payments, i))->row;
      const char *day = mappe_row_get_text (row, MAPPE_FUNDING_PAYMENT_PAID_ON);
      g_autofree char *date = day != NULL ? mappe_date_format (day) : g_strdup ("–");
      g_autofree char *amount = euro (mappe_row_get_int (row, MAPPE_FUNDING_PAYMENT_AMOUNT_EUR));

      mappe_dossier_add_fact (group, date, amount);
    }
  mappe_dossier_add_fact (group, _("Use report"), report);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Add payment…"), "funding.payment");
}

/* Where the statement is, or shall be, decided on. */
static void
add_agenda (MappeFundingDossier *self, GtkBox *acts, const MappeFundingFile *file)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < file->meetings->len; i++)
    {
      const MappeListed *meeting = g_ptr_array_index (file->meetings, i);
      g_autofree char *day = mappe_date_format (mappe_row_get_text (meeting->row, MAPPE_MEETING_HELD_ON));
      g_autofree char *word = g_strdup_printf ("%s · %s", day, meeting->title);

      gtk_string_list_append (words, word);
    }
  self->meetings = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
  mappe_shrink_drop_down (self->meetings);
  gtk_widget_set_name (GTK_WIDGET (self->meetings), "dossier-meeting");
  mappe_dossier_name (GTK_WIDGET (self->meetings), _("Meeting"));
  gtk_box_append (acts, GTK_WIDGET (self->meetings));
  mappe_dossier_add_act (acts, _("Put on the agenda"), "funding.agenda");
}

static void
add_decisions (GtkBox *box, const MappeFundingFile *file)
{
  const MappeRow *row = file->application->row;
  AdwPreferencesGroup *group;

  if (file->item == NULL && mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_DECISION))
    return;
  group = mappe_dossier_add_group (box, _("Decision"), NULL);
  if (file->item != NULL)
    mappe_dossier_add_link (group, file->item->title, file->item->shown[MAPPE_AGENDA_ITEM_MEETING],
                            &mappe_agenda_item_kind, file->item->row->id);
  if (!mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_DECISION))
    mappe_dossier_add_link (group, file->application->shown[MAPPE_FUNDING_APPLICATION_DECISION], _("Decision"),
                            &mappe_decision_kind, mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_DECISION));
}

static void
add_statement (MappeFundingDossier *self, GtkBox *box, const MappeFundingFile *file)
{
  const MappeRow *row = file->application->row;
  const char *text = mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT);
  gboolean wanted = mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_NEEDS_STATEMENT) != 0;
  gboolean writable = mappe_dossier_is_writable (MAPPE_DOSSIER (self));
  gboolean open = file->item == NULL && mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_DECISION);
  GtkBox *acts;

  mappe_dossier_add_paragraph (box, _("Statement of the council"),
                               text != NULL ? text : wanted ? _("▲ The programme wants one: a draft can be put on an "
                                                                "agenda as a decision.")
                                                            : _("The programme wants none."));
  acts = mappe_dossier_add_acts (box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.statement", text == NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.agenda", open && writable && file->meetings->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.decision",
                                 writable && mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_DECISION));
  mappe_dossier_add_act (acts, _("Draft the statement"), "funding.statement");
  self->meetings = NULL;
  if (open && file->meetings->len > 0)
    add_agenda (self, acts, file);
  else if (open)
    mappe_dossier_add_label (box, "dim-label", _("No meeting is planned on whose agenda it could be put."));
  if (file->decisions->len > 0)
    mappe_dossier_add_act (acts, _("Take over the decision"), "funding.decision");
  add_decisions (box, file);
}

static void
add_head (MappeFundingDossier *self, GtkBox *box, const MappeFundingFile *file)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const MappeRow *row = file->application->row;
  const char *applicant = file->application->shown[MAPPE_FUNDING_APPLICATION_APPLICANT];
  g_autofree char *about = g_strdup_printf (
      "%s%s%s", mappe_display_code (display, "application_status",
                                    mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_STATUS)),
      applicant != NULL ? " · " : "", applicant != NULL ? applicant : "");
  GtkBox *acts;

  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_TITLE));
  mappe_dossier_add_label (box, "dim-label", about);
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_edit (acts, row->kind, row->id);
}

static void
mappe_funding_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeFundingDossier *self = MAPPE_FUNDING_DOSSIER (dossier);
  const MappeFundingFile *file = result;
  const MappeRow *row = file->application->row;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.paper", mappe_dossier_is_writable (dossier));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.payment", mappe_dossier_is_writable (dossier));
  add_head (self, box, file);
  add_money (box, file);
  add_rules (box, file);
  add_papers (self, box, file);
  add_payments (box, file);
  add_statement (self, box, file);
  if (!mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_PROJECT))
    mappe_dossier_add_link (mappe_dossier_add_group (box, _("Project"), NULL),
                            file->application->shown[MAPPE_FUNDING_APPLICATION_PROJECT], _("Project"),
                            &mappe_project_kind, mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROJECT));
}

static char *
mappe_funding_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  const MappeFundingFile *file = result;

  return g_strdup (mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_TITLE));
}

static void
mappe_funding_dossier_class_init (MappeFundingDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_funding_file_free;
  dossier_class->title = mappe_funding_dossier_title;
  dossier_class->fill = mappe_funding_dossier_fill;
  gtk_widget_class_install_action (widget_class, "funding.papers", NULL, papers_cb);
  gtk_widget_class_install_action (widget_class, "funding.paper", NULL, paper_cb);
  gtk_widget_class_install_action (widget_class, "funding.payment", NULL, payment_cb);
  gtk_widget_class_install_action (widget_class, "funding.statement", NULL, statement_cb);
  gtk_widget_class_install_action (widget_class, "funding.agenda", NULL, agenda_cb);
  gtk_widget_class_install_action (widget_class, "funding.decision", NULL, decision_cb);
}

static void
mappe_funding_dossier_init (MappeFundingDossier *self)
{
}
