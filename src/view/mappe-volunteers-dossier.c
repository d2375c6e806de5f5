/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteers-dossier.h"

#include <glib/gi18n.h>

#include "mappe-chart-pane.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-funding-programme.h"
#include "mappe-number.h"
#include "mappe-project.h"
#include "mappe-record-window.h"
#include "mappe-text.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers-parts.h"

enum { PERIOD, ACTIVE, JOINED, LEFT, HOURS, TRAINED, N_ENTRIES };

enum { CHART_HEIGHT = 480 };

/**
 * MappeVolunteersDossier:
 * @year: of the hours for an application; 0: the newest
 * @entries, @fault: of the present filling
 * @typed: (nullable): what was typed into each and is not saved
 * @typed_for: id of the programme it belongs to
 */
struct _MappeVolunteersDossier {
  MappeDossier parent_instance;

  int          year;
  GtkEntry    *entries[N_ENTRIES];
  GtkLabel    *fault;
  char        *typed[N_ENTRIES];
  gint64       typed_for;
};

G_DEFINE_FINAL_TYPE (MappeVolunteersDossier, mappe_volunteers_dossier, MAPPE_TYPE_DOSSIER)

static gint64
id_of (gpointer self)
{
  return mappe_dossier_get_id (self);
}

static void
year_cb (GtkDropDown *years, GParamSpec *pspec, MappeVolunteersDossier *self)
{
  self->year = mappe_volunteers_parts_year (years);
  mappe_dossier_refill (MAPPE_DOSSIER (self));
}

/* --- a quarter --- */

static void
typed_cb (MappeVolunteersDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  self->typed_for = id_of (self);
  for (guint i = 0; i < N_ENTRIES; i++)
    mappe_set_str (&self->typed[i], gtk_editable_get_text (GTK_EDITABLE (self->entries[i])));
}

static void
forget_typed (MappeVolunteersDossier *self)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    g_clear_pointer (&self->typed[i], g_free);
}

static void
show_fault (MappeVolunteersDossier *self, const char *text, guint at)
{
  g_autofree char *fault = g_strdup_printf ("▲ %s", text);

  gtk_label_set_label (self->fault, fault);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entries[at]), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->fault,
                                  NULL, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[at]));
}

/* @values: (out): canonical, %NULL: nothing typed. Returns: whether all are numbers that can be counted */
static gboolean
read_numbers (MappeVolunteersDossier *self, char **values)
{
  for (guint i = ACTIVE; i < N_ENTRIES; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
      gint64 whole;
      double real;

      if (*typed == '\0')
        continue;
      values[i] = mappe_number_parse_typed (typed, NULL);
      if (values[i] == NULL || !mappe_real_parse (values[i], &real) || real < 0)
        {
          show_fault (self, _("Enter a number of 0 or more"), i);
          return FALSE;
        }
      if (i != HOURS && !mappe_int_parse (values[i], &whole))
        {
          show_fault (self, _("Enter a whole number"), i);
          return FALSE;
        }
    }
  return TRUE;
}

static void
enter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeVolunteersDossier *self = MAPPE_VOLUNTEERS_DOSSIER (widget);
  const MappeVolunteers *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  char *numbers[N_ENTRIES] = { NULL };
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = NULL;

  if (all == NULL)
    return;
  if (read_numbers (self, numbers))
    {
      MappeVolunteerEntry entry = { gtk_editable_get_text (GTK_EDITABLE (self->entries[PERIOD])), numbers[ACTIVE],
                                    numbers[JOINED], numbers[LEFT], numbers[HOURS], numbers[TRAINED] };

      edit = mappe_volunteers_enter (all, id_of (self), &entry, &error);
      if (error != NULL)
        show_fault (self, error->message, numbers[ACTIVE] == NULL && numbers[HOURS] == NULL ? ACTIVE : PERIOD);
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (numbers[i]);
  if (edit == NULL)
    return;
  forget_typed (self);
  mappe_dossier_focus (MAPPE_DOSSIER (self), "dossier-entry-1");
  mappe_dossier_apply (MAPPE_DOSSIER (self), edit, _("The quarter is saved"), _("The quarter was not saved"));
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

static void
entered_cb (MappeVolunteersDossier *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "volunteers.enter", NULL);
}

/* As long as nothing is typed, Ctrl+Z takes back what was saved last. */
static gboolean
key_cb (MappeVolunteersDossier *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_z || (state & GDK_CONTROL_MASK) == 0 || mappe_dossier_is_held (MAPPE_DOSSIER (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  return GDK_EVENT_STOP;
}

static void
add_keys (MappeVolunteersDossier *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
add_entry (MappeVolunteersDossier *self, GtkBox *line, guint nth, const char *label, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf ("dossier-entry-%u", nth);

  gtk_label_set_wrap (GTK_LABEL (mappe_dossier_add_label (GTK_BOX (box), "caption-heading", label)), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_name (entry, name);
  gtk_widget_set_sensitive (entry, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_name (entry, label);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (line, box);
  self->entries[nth] = GTK_ENTRY (entry);
}

static void
add_quarter (MappeVolunteersDossier *self, GtkBox *box, const MappeVolunteers *all)
{
  const char *labels[] = { _("Quarter"), _("Active"), _("Joined"), _("Left"),
                           _("Hours"), _("Trained") };
  g_autofree char *next = mappe_volunteers_next_quarter (all, id_of (self));
  GtkBox *line;

  if (self->typed_for != id_of (self))
    forget_typed (self);
  mappe_dossier_add_label (box, "heading", _("Enter a quarter"));
  line = mappe_dossier_add_acts (box);
  add_keys (self, GTK_WIDGET (line));
  self->fault = GTK_LABEL (mappe_dossier_add_label (box, "error", ""));
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  for (guint i = 0; i < N_ENTRIES; i++)
    add_entry (self, line, i, labels[i], self->typed[i] != NULL ? self->typed[i] : i == PERIOD ? next : "");
  for (guint i = 0; i < N_ENTRIES; i++)
    g_signal_connect_object (self->entries[i], "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (mappe_dossier_add_act (line, _("Save quarter"), "volunteers.enter"), GTK_ALIGN_END);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "volunteers.enter",
                                 mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_add_label (box, "dim-label", _("Enter saves. A quarter that was entered before is changed. What "
                                               "is left empty is not known, which is not 0."));
}

/* --- years --- */

static void
add_years (MappeVolunteersDossier *self, GtkBox *box, const MappeVolunteers *all, const GArray *years)
{
  const char *headings[] = { _("Year"), _("Hours"), _("Active"), _("Joined"),
                             _("Left"), _("Trained"), _("Quarters"), NULL };
  GtkGrid *table;

  mappe_dossier_add_label (box, "heading", _("By year"));
  table = mappe_dossier_add_table (box, _("By year"), headings);
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i), column = 0;
      MappeVolunteerSum sum = mappe_volunteers_sum (all, id_of (self), year);
      char *cells[] = { g_strdup_printf ("%d", year), mappe_volunteers_parts_hours (sum.hours),
                        mappe_int_format (sum.active), mappe_int_format (sum.joined), mappe_int_format (sum.departed),
                        mappe_int_format (sum.trained), g_strdup_printf (_("%u of 4"), sum.n) };

      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        {
          mappe_dossier_add_cell (table, column++, (int) i + 1, cells[c], c > 0);
          g_free (cells[c]);
        }
    }
  mappe_dossier_add_label (box, "dim-label", _("Active and trained are those at the end; hours, joined and left "
                                               "are the sums of the year."));
}

/* --- own share of a grant --- */

static void
give_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeVolunteersDossier *self = MAPPE_VOLUNTEERS_DOSSIER (widget);
  const MappeVolunteers *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autoptr (GPtrArray) shares = NULL;
  gint64 id;
  int year;

  g_variant_get (parameter, "(xi)", &id, &year);
  shares = all != NULL ? mappe_volunteers_shares (all, id_of (self), year) : NULL;
  for (guint i = 0; shares != NULL && i < shares->len; i++)
    {
      const MappeVolunteerShare *share = g_ptr_array_index (shares, i);
      double hours = mappe_volunteers_sum (all, id_of (self), year).hours;
      g_autofree char *label = g_strdup_printf (_("Hours of volunteers for %s"), share->application->title);

      if (share->application->row->id == id)
        mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_volunteers_give (share, hours, label),
                             _("The hours are in the application"), _("The hours were not taken over"));
    }
}

static void
add_share (MappeVolunteersDossier *self, AdwPreferencesGroup *group, const MappeVolunteerShare *share, double hours,
           int year)
{
  const MappeRow *row = share->application->row;
  g_autofree char *worked = mappe_volunteers_parts_hours (hours);
  g_autofree char *rate = mappe_decimal_format (share->rate, 2), *amount = mappe_decimal_format (share->amount, 2);
  /* Translators: hours; rate an hour; amount; name of a funding programme */
  g_autofree char *words = g_strdup_printf (_("%1$s hours × %2$s € = %3$s € · %4$s%5$s"), worked, rate, amount,
                                            mappe_row_get_text (share->rules, MAPPE_FUNDING_PROGRAMME_NAME),
                                            share->taken ? _(" · ✓ in the application") : "");
  g_autofree char *name = g_strdup_printf ("dossier-give-%" G_GINT64_FORMAT, row->id);
  g_autofree char *label = g_strdup_printf (_("Put the hours into: %s"), share->application->title);
  GtkWidget *line = mappe_dossier_add_link (group, share->application->title, words, row->kind, row->id), *button;

  if (share->taken)
    return;
  button = gtk_button_new_with_label (_("Put in"));
  gtk_widget_set_name (button, name);
  mappe_dossier_name (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", row->id, year);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "volunteers.give");
  mappe_dossier_add_suffix (line, button);
}

static void
add_shares (MappeVolunteersDossier *self, GtkBox *box, const MappeVolunteers *all, const GArray *years)
{
  AdwPreferencesGroup *group;
  g_autoptr (GPtrArray) shares = NULL;
  MappeVolunteerSum sum;
  int year;

  mappe_dossier_add_label (box, "heading", _("Hours as own share of a grant"));
  year = mappe_volunteers_parts_add_years (MAPPE_DOSSIER (self), box, years, self->year, G_CALLBACK (year_cb));
  shares = mappe_volunteers_shares (all, id_of (self), year);
  sum = mappe_volunteers_sum (all, id_of (self), year);
  group = mappe_dossier_add_group (box, _("Applications"),
                                   shares->len > 0
                                       ? _("The rate is that of the funding programme.")
                                       : _("No application is being written for a funding programme that counts "
                                           "hours of volunteers."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "volunteers.give",
                                 mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  for (guint i = 0; i < shares->len; i++)
    add_share (self, group, g_ptr_array_index (shares, i), sum.hours, year);
}

/* --- people --- */

static void
person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_volunteer_kind);

  mappe_value_set_int (&preset->values[MAPPE_VOLUNTEER_PROGRAMME], id_of (widget));
  mappe_record_window_new_record (widget, mappe_dossier_get_store (MAPPE_DOSSIER (widget)), preset);
}

static char *
person_words (const MappeRow *row, const char *today)
{
  const char *begin = mappe_row_get_text (row, MAPPE_VOLUNTEER_BEGINS_ON);
  const char *end = mappe_row_get_text (row, MAPPE_VOLUNTEER_ENDS_ON);
  g_autofree char *since = begin != NULL ? mappe_date_format (begin) : NULL;
  g_autofree char *until = end != NULL ? mappe_date_format (end) : NULL;

  if (mappe_volunteer_is_active (row, today))
    return g_strdup_printf (_("active since %s"), since);
  if (begin == NULL)
    return g_strdup (mappe_row_is_null (row, MAPPE_VOLUNTEER_UNDERTAKING_ON) ? _("▲ not begun: undertaking "
                                                                                 "missing")
                                                                            : _("not begun"));
  return end != NULL && g_strcmp0 (end, today) < 0 ? g_strdup_printf (_("until %s"), until)
                                                   : g_strdup_printf (_("begins on %s"), since);
}

static void
add_people (MappeVolunteersDossier *self, GtkBox *box, const MappeVolunteers *all)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Volunteers"), _("Only who needs an undertaking or a training has to be entered by name; the counts "
                              "above do not depend on it."));

  for (guint i = 0; i < all->people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (all->people, i);
      g_autofree char *words = person_words (person->row, all->today);

      if (mappe_row_get_int (person->row, MAPPE_VOLUNTEER_PROGRAMME) == id_of (self))
        mappe_dossier_add_link (group, person->title, words, person->row->kind, person->row->id);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "volunteers.person",
                                 mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Add volunteer…"), "volunteers.person");
}

/* --- filling --- */

static void
add_head (GtkBox *box, const MappeListed *programme)
{
  const MappeRow *row = programme->row;
  const char *organisation = programme->shown[MAPPE_VOLUNTEER_PROGRAMME_ORGANISATION];
  const char *since = mappe_row_get_text (row, MAPPE_VOLUNTEER_PROGRAMME_SINCE);
  g_autofree char *day = since != NULL ? mappe_date_format (since) : NULL;
  g_autofree char *begun = day != NULL ? g_strdup_printf (_("since %s"), day) : NULL;
  g_autofree char *about = g_strdup_printf ("%s%s%s", organisation != NULL ? organisation : "",
                                            organisation != NULL && begun != NULL ? " · " : "",
                                            begun != NULL ? begun : "");

  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (row, MAPPE_VOLUNTEER_PROGRAMME_NAME));
  mappe_dossier_add_label (box, "dim-label", about);
  mappe_dossier_add_edit (mappe_dossier_add_acts (box), row->kind, row->id);
}

static void
add_chart (MappeVolunteersDossier *self, GtkBox *box, const MappeVolunteers *all)
{
  g_autoptr (MappeChart) chart = mappe_volunteers_chart (all, id_of (self), NULL);
  GtkWidget *pane;

  if (chart == NULL)
    {
      mappe_dossier_add_label (box, NULL, _("Nothing is entered yet. With the first quarter a chart shows how "
                                            "many are active and what they do."));
      return;
    }
  pane = mappe_chart_pane_new ();
  mappe_chart_pane_set_chart (MAPPE_CHART_PANE (pane), chart);
  gtk_widget_set_size_request (pane, -1, CHART_HEIGHT);
  gtk_box_append (box, pane);
}

static void
mappe_volunteers_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeVolunteersDossier *self = MAPPE_VOLUNTEERS_DOSSIER (dossier);
  const MappeVolunteers *all = result;
  const MappeListed *programme = mappe_volunteers_programme (all, id_of (self));
  g_autoptr (GArray) years = mappe_volunteers_years (all, id_of (self));

  if (programme == NULL)
    {
      mappe_dossier_add_label (box, NULL, _("The record was deleted. Undo brings it back."));
      return;
    }
  add_head (box, programme);
  add_chart (self, box, all);
  add_quarter (self, box, all);
  if (years->len > 0)
    {
      add_years (self, box, all, years);
      add_shares (self, box, all, years);
    }
  add_people (self, box, all);
  if (!mappe_row_is_null (programme->row, MAPPE_VOLUNTEER_PROGRAMME_PROJECT))
    mappe_dossier_add_link (mappe_dossier_add_group (box, _("Project"), NULL),
                            programme->shown[MAPPE_VOLUNTEER_PROGRAMME_PROJECT], _("Project"), &mappe_project_kind,
                            mappe_row_get_int (programme->row, MAPPE_VOLUNTEER_PROGRAMME_PROJECT));
}

static char *
mappe_volunteers_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  const MappeListed *programme = mappe_volunteers_programme (result, mappe_dossier_get_id (dossier));

  return programme != NULL ? g_strdup (mappe_row_get_text (programme->row, MAPPE_VOLUNTEER_PROGRAMME_NAME)) : NULL;
}

static void
mappe_volunteers_dossier_finalize (GObject *object)
{
  forget_typed (MAPPE_VOLUNTEERS_DOSSIER (object));
  G_OBJECT_CLASS (mappe_volunteers_dossier_parent_class)->finalize (object);
}

static void
mappe_volunteers_dossier_class_init (MappeVolunteersDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_volunteers_dossier_finalize;
  dossier_class->load = mappe_volunteers_parts_load;
  dossier_class->result_free = (GDestroyNotify) mappe_volunteers_free;
  dossier_class->title = mappe_volunteers_dossier_title;
  dossier_class->fill = mappe_volunteers_dossier_fill;
  gtk_widget_class_install_action (widget_class, "volunteers.enter", NULL, enter_cb);
  gtk_widget_class_install_action (widget_class, "volunteers.give", "(xi)", give_cb);
  gtk_widget_class_install_action (widget_class, "volunteers.person", NULL, person_cb);
}

static void
mappe_volunteers_dossier_init (MappeVolunteersDossier *self)
{
}
