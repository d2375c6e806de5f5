/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-escalation-dossier.h"

#include <glib/gi18n.h>

#include "mappe-build-escalation.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-escalation-contact.h"
#include "mappe-escalation-words.h"
#include "mappe-page.h"
#include "mappe-state-light.h"

struct _MappeEscalationDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeEscalationDossier, mappe_escalation_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_escalation_load (snapshot, error);
}

static void
add_light (GtkWidget *row, MappeState state)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  mappe_state_show (GTK_IMAGE (image), state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}

static void
add_contact (AdwPreferencesGroup *group, const MappeListed *contact)
{
  const char *office = contact->shown[MAPPE_ESCALATION_CONTACT_ORGANISATION];
  /* Translators: number of a step, name of an office */
  g_autofree char *title = g_strdup_printf (_("%1$d. %2$s"),
                                            (int) mappe_row_get_int (contact->row, MAPPE_ESCALATION_CONTACT_STEP),
                                            office != NULL ? office : "–");
  g_autofree char *who = mappe_escalation_words_contact (contact, NULL);
  g_autofree char *deputy = mappe_escalation_words_deputy (contact, NULL);
  g_autofree char *about = g_strdup_printf ("%s\n%s", who, deputy);
  GtkWidget *row = mappe_dossier_add_link (group, title, about, contact->row->kind, contact->row->id);

  add_light (row, mappe_escalation_contact_gaps (contact->row) != 0 ? MAPPE_STATE_OVERDUE : MAPPE_STATE_ON_TRACK);
}

/* A contact for the next step of a topic; its form is on the page. */
static void
add_cb (GtkButton *button, const MappeEscalationTopic *topic)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), MAPPE_TYPE_PAGE);
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_escalation_contact_kind);
  gint64 step = 0;

  for (guint i = 0; i < topic->contacts->len; i++)
    step = MAX (step, mappe_row_get_int (((const MappeListed *) g_ptr_array_index (topic->contacts, i))->row,
                                         MAPPE_ESCALATION_CONTACT_STEP));
  mappe_value_set_text (&preset->values[MAPPE_ESCALATION_CONTACT_TOPIC], topic->code);
  mappe_value_set_int (&preset->values[MAPPE_ESCALATION_CONTACT_STEP],
                       (topic->gaps & MAPPE_ESCALATION_NO_FIRST) != 0 ? 1 : step + 1);
  mappe_page_new_record (MAPPE_PAGE (page), preset->kind, preset);
}

static void
add_new (AdwPreferencesGroup *group, const MappeEscalationTopic *topic, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *id = g_strconcat ("dossier-add-", topic->code, NULL);
  /* Translators: name of a topic */
  g_autofree char *name = g_strdup_printf (_("Add a contact: %s"), label);

  gtk_widget_set_name (button, id);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  mappe_dossier_name (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), (gpointer) topic);
  adw_preferences_group_set_header_suffix (group, button);
}

/* The first contact of all chooses its topic in the form. */
static void
first_cb (GtkButton *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), MAPPE_TYPE_PAGE);
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_escalation_contact_kind);

  mappe_value_set_int (&preset->values[MAPPE_ESCALATION_CONTACT_STEP], 1);
  mappe_page_new_record (MAPPE_PAGE (page), preset->kind, preset);
}

static void
add_first (GtkBox *acts)
{
  GtkWidget *button = gtk_button_new_with_label (_("New escalation contact…"));

  gtk_widget_set_name (button, "dossier-add-first");
  g_signal_connect (button, "clicked", G_CALLBACK (first_cb), NULL);
  gtk_box_append (acts, button);
}

static void
add_topic (GtkBox *box, const MappeEscalation *escalation, const MappeEscalationTopic *topic, gboolean writable)
{
  g_autofree char *gaps = mappe_escalation_words_gaps (topic, NULL);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, mappe_escalation_words_topic (escalation, topic, NULL),
                                                        gaps);

  if (writable)
    add_new (group, topic, mappe_escalation_words_topic (escalation, topic, NULL));
  for (guint i = 0; i < topic->contacts->len; i++)
    add_contact (group, g_ptr_array_index (topic->contacts, i));
}

static void
mappe_escalation_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeEscalation *escalation = result;
  g_autofree char *verdict = mappe_escalation_words_verdict (escalation, NULL);
  GtkBox *acts;

  mappe_dossier_add_label (box, "title-2", verdict);
  mappe_dossier_add_label (box, "dim-label", _("Whom to call, topic by topic. Topics of agreements in force are here, "
                                               "too, when nobody is named for them."));
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  if (escalation->topics->len == 0 && mappe_dossier_is_writable (dossier))
    add_first (acts);
  for (guint i = 0; i < escalation->topics->len; i++)
    add_topic (box, escalation, g_ptr_array_index (escalation->topics, i), mappe_dossier_is_writable (dossier));
}

static MappeNode *
mappe_escalation_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_build_escalation (result, today, NULL);
}

static void
mappe_escalation_dossier_class_init (MappeEscalationDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_escalation_free;
  dossier_class->fill = mappe_escalation_dossier_fill;
  dossier_class->paper = mappe_escalation_dossier_paper;
}

static void
mappe_escalation_dossier_init (MappeEscalationDossier *self)
{
}
