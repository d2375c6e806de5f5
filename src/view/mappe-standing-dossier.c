/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing-dossier.h"

#include <glib/gi18n.h>

#include "mappe-body.h"
#include "mappe-build-standing.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-meeting.h"
#include "mappe-standing-words.h"
#include "mappe-state-light.h"

enum {
  SEEN = 8,    /* lines of a list at once */
  MOST = 100,  /* and behind "more"; the others are in the list of their kind */
};

struct _MappeStandingDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeStandingDossier, mappe_standing_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_standing_report_load (snapshot, today, error);
}

/* --- lines --- */

/* A line that leads to a page of the sidebar. */
static void
add_way (AdwPreferencesGroup *group, const char *title, const char *text, const char *place)
{
  GtkWidget *row = mappe_dossier_add_fact (group, title, text);
  g_autofree char *name = g_strconcat ("dossier-way-", place, NULL);

  gtk_widget_set_name (row, name);
  gtk_widget_set_focusable (row, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
}

static GtkWidget *
light_new (MappeState state)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  mappe_state_show (GTK_IMAGE (image), state);
  return image;
}

static void
add_meeting (AdwPreferencesGroup *group, const char *title, const MappeRow *meeting)
{
  g_autofree char *day = mappe_standing_words_meeting (meeting, NULL);
  g_autofree char *text = NULL;

  if (meeting == NULL)
    {
      mappe_dossier_add_fact (group, title, day);
      return;
    }
  text = g_strdup_printf ("%s · %s", day, mappe_row_get_text (meeting, MAPPE_MEETING_TITLE));
  mappe_dossier_add_link (group, title, text, meeting->kind, meeting->id);
}

/* --- the council --- */

static void
add_warnings (GtkBox *box, const MappeStandingReport *report)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < report->bodies->len; i++)
    {
      const MappeStandingBody *body = g_ptr_array_index (report->bodies, i);
      g_autoptr (GPtrArray) warnings = mappe_standing_words_warnings (body, NULL);

      for (guint j = 0; j < warnings->len; j++)
        {
          GtkWidget *row;
          g_autofree char *name = g_strdup_printf ("dossier-warning-%u-%u", i, j);

          if (group == NULL)
            group = mappe_dossier_add_group (box, _("Under their own minimum"), NULL);
          row = mappe_dossier_add_link (group, mappe_row_get_text (body->body, MAPPE_BODY_NAME),
                                        g_ptr_array_index (warnings, j), body->body->kind, body->body->id);
          gtk_widget_set_name (row, name);
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), light_new (MAPPE_STATE_OVERDUE));
        }
    }
}

static void
add_council (GtkBox *box, const MappeStandingReport *report)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("The whole council"), NULL);
  const MappeStandingActivity *done = &report->council;
  g_autofree char *open = mappe_standing_words_open (done, NULL);
  g_autofree char *meetings = g_strdup_printf (ngettext ("%u held", "%u held", done->meetings), done->meetings);
  g_autofree char *decisions = g_strdup_printf (ngettext ("%1$u taken. %2$s", "%1$u taken. %2$s", done->decisions),
                                                done->decisions, open);
  /* Translators: measures begun; those under way */
  g_autofree char *measures = g_strdup_printf (ngettext ("%1$u begun, %2$u under way", "%1$u begun, %2$u under way",
                                                         done->measures), done->measures, done->running);
  g_autofree char *patrols = g_strdup_printf (ngettext ("%u held", "%u held", report->council.patrols),
                                              report->council.patrols);
  g_autofree char *members = g_strdup_printf (ngettext ("%u person in at least one body",
                                                        "%u people in at least one body", report->members),
                                              report->members);

  add_meeting (group, _("Last meeting"), report->last);
  add_meeting (group, _("Next meeting"), report->next);
  add_way (group, _("Meetings in the last twelve months"), meetings, "meetings");
  add_way (group, _("Decisions in the last twelve months"), decisions, "decisions");
  add_way (group, _("Measures in the last twelve months"), measures, "projects");
  add_way (group, _("Joint foot patrols in the last twelve months"), patrols, "patrols");
  add_way (group, _("People"), members, "people");
}

/* --- bodies --- */

/* A line within the row of a body, made like one of a group. */
static void
add_body_line (AdwExpanderRow *body, const char *title, const char *text, const MappeRow *to)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);
  g_autofree char *id = g_strdup_printf ("dossier-body-%s-%" G_GINT64_FORMAT, title, to != NULL ? to->id : 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_expander_row_add_row (body, row);
  if (to == NULL)
    return;
  gtk_widget_set_name (row, id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", to->kind->name, to->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open");
}

static MappeState
state_of (const MappeStandingBody *body)
{
  if (body->lacks != 0)
    return MAPPE_STATE_OVERDUE;
  return body->rhythm == MAPPE_RHYTHM_OPEN ? MAPPE_STATE_DUE_SOON : MAPPE_STATE_ON_TRACK;
}

static void
add_body_lines (AdwExpanderRow *row, const MappeStandingBody *body)
{
  g_autofree char *last = mappe_standing_words_meeting (body->last, NULL);
  g_autofree char *next = mappe_standing_words_meeting (body->next, NULL);
  g_autofree char *members = mappe_standing_words_members (body, NULL);
  g_autofree char *rhythm = mappe_standing_words_rhythm (body, NULL);
  g_autofree char *activity = mappe_standing_words_activity (&body->activity, NULL);
  g_autofree char *open = mappe_standing_words_open (&body->activity, NULL);

  add_body_line (row, _("Body"), members, body->body);
  add_body_line (row, _("Last meeting"), last, body->last);
  add_body_line (row, _("Next meeting"), next, body->next);
  add_body_line (row, _("Rhythm"), rhythm, body->body);
  add_body_line (row, _("Last twelve months"), activity, body->body);
  add_body_line (row, _("Decisions"), open, body->body);
}

static void
add_body (AdwPreferencesGroup *group, const MappeStandingBody *body)
{
  GtkWidget *row = adw_expander_row_new ();
  const char *name = mappe_row_get_text (body->body, MAPPE_BODY_NAME);
  g_autofree char *id = g_strdup_printf ("dossier-body-%" G_GINT64_FORMAT, body->body->id);
  g_autofree char *last = mappe_standing_words_meeting (body->last, NULL);
  g_autofree char *next = mappe_standing_words_meeting (body->next, NULL);
  /* Translators: days of meetings; members */
  g_autofree char *about = g_strdup_printf (ngettext ("Last met: %1$s · next: %2$s · %3$u member",
                                                      "Last met: %1$s · next: %2$s · %3$u members", body->members),
                                            last, next, body->members);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, about);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), about);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), light_new (state_of (body)));
  gtk_widget_set_name (row, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_body_lines (ADW_EXPANDER_ROW (row), body);
  adw_preferences_group_add (group, row);
}

static void
add_bodies (GtkBox *box, const MappeStandingReport *report)
{
  AdwPreferencesGroup *group =
      mappe_dossier_add_group (box, _("Bodies"),
                               report->bodies->len == 0
                                   ? _("No body is active. Bodies, their members and their own minimum are kept under "
                                       "“Bodies”.") : NULL);

  for (guint i = 0; i < report->bodies->len; i++)
    add_body (group, g_ptr_array_index (report->bodies, i));
}

/* --- what waits --- */

static MappeState
state_of_entry (const MappeStandingEntry *entry)
{
  if (entry->date == NULL)
    return MAPPE_STATE_NONE;
  if (entry->days_left < 0)
    return MAPPE_STATE_OVERDUE;
  return entry->days_left <= MAPPE_STATE_SOON_DAYS ? MAPPE_STATE_DUE_SOON : MAPPE_STATE_ON_TRACK;
}

static void
add_entry (AdwPreferencesGroup *group, const MappeStandingReport *report, MappeStandingTopic topic,
           const MappeStandingEntry *entry)
{
  g_autofree char *about = mappe_standing_words_entry (report, entry, NULL);
  g_autofree char *name = g_strdup_printf ("dossier-topic-%d-%s-%" G_GINT64_FORMAT, topic, entry->kind->name,
                                           entry->id);
  GtkWidget *row = mappe_dossier_add_link (group, entry->title, about, entry->kind, entry->id);
  MappeState state = state_of_entry (entry);

  gtk_widget_set_name (row, name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (state != MAPPE_STATE_NONE)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), light_new (state));
}

/* Where the whole list is. */
static const struct { const char *place; const char *title; } lists[MAPPE_STANDING_N_TOPICS] = {
  [MAPPE_STANDING_DECISIONS] = { "decisions", N_("Decisions and tasks") },
  [MAPPE_STANDING_TERMS] = { "people", N_("People") },
  [MAPPE_STANDING_GRANTS] = { "funding", N_("Funding") },
  [MAPPE_STANDING_BUDGETS] = { "projects", N_("Projects") },
  [MAPPE_STANDING_REPORTS] = { "funding", N_("Funding") },
  [MAPPE_STANDING_DEBRIEFS] = { "events", N_("Events") },
  [MAPPE_STANDING_REVIEWS] = { "agreements", N_("Agreements") },
};

static GtkWidget *
list_button (MappeStandingTopic topic)
{
  GtkWidget *button = gtk_button_new_with_label (_(lists[topic].title));
  g_autofree char *name = g_strdup_printf ("dossier-list-%d", topic);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lists[topic].place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  return button;
}

/* What a list says beneath its heading. Own money is not added to grants: a project's plan holds both. */
static char *
describe (const MappeStandingReport *report, MappeStandingTopic topic)
{
  g_autofree char *count = mappe_standing_words_count (report, topic, NULL);

  if (topic == MAPPE_STANDING_GRANTS && report->entries[topic]->len > 0)
    return g_strdup_printf (_("%s. A grant stands in the plan of its project, too."), count);
  return g_steal_pointer (&count);
}

typedef struct {
  const MappeStandingReport *report;
  MappeStandingTopic         topic;
} More;

static void
more_cb (GtkButton *button, const More *more)
{
  GPtrArray *entries = more->report->entries[more->topic];
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_PREFERENCES_GROUP);

  for (guint i = SEEN; i < entries->len && i < MOST; i++)
    add_entry (ADW_PREFERENCES_GROUP (group), more->report, more->topic, g_ptr_array_index (entries, i));
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
more_button (const MappeStandingReport *report, MappeStandingTopic topic)
{
  guint n = MIN (report->entries[topic]->len, MOST) - SEEN;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("dossier-more-%d", topic);
  More *more = g_new (More, 1);

  *more = (More) { report, topic };
  gtk_widget_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (more_cb), more, (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static void
add_topic (GtkBox *box, const MappeStandingReport *report, MappeStandingTopic topic)
{
  GPtrArray *entries = report->entries[topic];
  g_autofree char *about = describe (report, topic);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, mappe_standing_words_topic (topic, NULL), about);

  adw_preferences_group_set_header_suffix (group, list_button (topic));
  for (guint i = 0; i < entries->len && i < SEEN; i++)
    add_entry (group, report, topic, g_ptr_array_index (entries, i));
  if (entries->len > SEEN)
    adw_preferences_group_add (group, more_button (report, topic));
}

/* --- MappeDossier --- */

static void
mappe_standing_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeStandingReport *report = result;
  g_autofree char *verdict = mappe_standing_words_verdict (report, NULL);
  g_autofree char *from = mappe_date_format (report->from), *today = mappe_date_format (report->today);
  g_autofree char *span = g_strdup_printf (_("The last twelve months are those from %1$s to %2$s."), from, today);

  mappe_dossier_add_label (box, "title-2", verdict);
  mappe_dossier_add_label (box, "dim-label", span);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Print…"), "dossier.print");
  add_warnings (box, report);
  add_council (box, report);
  add_bodies (box, report);
  for (MappeStandingTopic topic = 0; topic < MAPPE_STANDING_N_TOPICS; topic++)
    add_topic (box, report, topic);
}

static MappeNode *
mappe_standing_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_standing (result, NULL);
}

static void
mappe_standing_dossier_class_init (MappeStandingDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_standing_report_free;
  dossier_class->fill = mappe_standing_dossier_fill;
  dossier_class->paper = mappe_standing_dossier_paper;
}

static void
mappe_standing_dossier_init (MappeStandingDossier *self)
{
}
