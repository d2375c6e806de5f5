/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-thanks-dossier.h"

#include <glib/gi18n.h>

#include "mappe-build-thanks.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-save-text.h"
#include "mappe-thanks-file.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers-parts.h"

/** MappeThanksDossier: @year: asked for; 0: the newest with an entry. @shown: the year on show */
struct _MappeThanksDossier {
  MappeDossier parent_instance;

  int          year, shown;
};

G_DEFINE_FINAL_TYPE (MappeThanksDossier, mappe_thanks_dossier, MAPPE_TYPE_DOSSIER)

static void
year_cb (GtkDropDown *years, GParamSpec *pspec, MappeThanksDossier *self)
{
  self->year = mappe_volunteers_parts_year (years);
  mappe_dossier_refill (MAPPE_DOSSIER (self));
}

/* --- acts --- */

static void
all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeThanksDossier *self = MAPPE_THANKS_DOSSIER (widget);
  const MappeVolunteers *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autofree char *label = g_strdup_printf (_("Thanks to volunteers %d"), self->shown);

  if (all != NULL)
    mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_volunteers_thank (all, self->shown, label),
                         _("The thanks are noted"), _("The thanks were not noted"));
}

static void
csv_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeThanksDossier *self = MAPPE_THANKS_DOSSIER (widget);
  const MappeVolunteers *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autofree char *name = g_strdup_printf (_("Thanks to volunteers %d"), self->shown);
  MappeSaveText save = { _("Save the list"), _("Tables (CSV)"), "csv", name, _("The list was not saved") };

  if (all != NULL)
    mappe_save_text (widget, &save, mappe_thanks_file_csv (all, self->shown));
}

/* --- filling --- */

static void
add_person (AdwPreferencesGroup *group, const MappeVolunteerThanks *thanks)
{
  const MappeRow *row = thanks->person->row;
  const char *programme = thanks->person->shown[MAPPE_VOLUNTEER_PROGRAMME];
  const char *day = mappe_row_get_text (row, MAPPE_VOLUNTEER_THANKED_ON);
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *years = g_strdup_printf (ngettext ("%u year", "%u years", thanks->years), thanks->years);
  g_autofree char *thanked = thanks->thanked ? g_strdup_printf (_("✓ thanked on %s"), date)
                                             : g_strdup (_("▲ not thanked yet"));
  g_autofree char *words = g_strdup_printf ("%s · %s · %s", programme != NULL ? programme : "–", years, thanked);

  mappe_dossier_add_link (group, thanks->person->title, words, row->kind, row->id);
}

static void
add_programmes (GtkBox *box, const MappeVolunteers *all, int year)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Hours of the programmes"), _("Hours are counted for a programme, not for a person."));

  for (guint i = 0; i < all->programmes->len; i++)
    {
      const MappeRow *programme = ((MappeListed *) g_ptr_array_index (all->programmes, i))->row;
      MappeVolunteerSum sum = mappe_volunteers_sum (all, programme->id, year);
      g_autofree char *hours = mappe_volunteers_parts_hours (sum.hours);
      g_autofree char *words = g_strdup_printf (_("%s hours"), hours);

      if (sum.n > 0)
        mappe_dossier_add_fact (group, mappe_row_get_text (programme, MAPPE_VOLUNTEER_PROGRAMME_NAME), words);
    }
}

static void
add_acts (MappeThanksDossier *self, GtkBox *box, const GPtrArray *list)
{
  GtkBox *acts = mappe_dossier_add_acts (box);
  gboolean open = FALSE;

  for (guint i = 0; i < list->len; i++)
    open |= !((MappeVolunteerThanks *) g_ptr_array_index (list, i))->thanked;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thanks.all",
                                 open && mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thanks.csv", list->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.print", list->len > 0);
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  mappe_dossier_add_act (acts, _("Save as CSV…"), "thanks.csv");
  mappe_dossier_add_act (acts, _("All thanked today"), "thanks.all");
}

static void
mappe_thanks_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeThanksDossier *self = MAPPE_THANKS_DOSSIER (dossier);
  const MappeVolunteers *all = result;
  g_autoptr (GArray) years = mappe_volunteers_years (all, 0);
  g_autoptr (GPtrArray) list = NULL;
  AdwPreferencesGroup *group;
  g_autofree char *about = NULL;

  mappe_dossier_add_label (box, "title-2", _("Thanks"));
  self->shown = mappe_volunteers_parts_add_years (dossier, box, years, self->year, G_CALLBACK (year_cb));
  list = mappe_volunteers_thanks (all, self->shown);
  if (list->len == 0)
    mappe_dossier_add_label (box, NULL, _("Nobody was active in this year. Volunteers are entered in the lists."));
  add_acts (self, box, list);
  about = g_strdup_printf (ngettext ("%u person was active in this year", "%u people were active in this year",
                                     list->len), list->len);
  group = mappe_dossier_add_group (box, _("Volunteers"), about);
  for (guint i = 0; i < list->len; i++)
    add_person (group, g_ptr_array_index (list, i));
  if (self->shown > 0)
    add_programmes (box, all, self->shown);
}

static MappeNode *
mappe_thanks_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_thanks (result, MAPPE_THANKS_DOSSIER (dossier)->shown, NULL);
}

static void
mappe_thanks_dossier_class_init (MappeThanksDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = mappe_volunteers_parts_load;
  dossier_class->result_free = (GDestroyNotify) mappe_volunteers_free;
  dossier_class->fill = mappe_thanks_dossier_fill;
  dossier_class->paper = mappe_thanks_dossier_paper;
  gtk_widget_class_install_action (widget_class, "thanks.all", NULL, all_cb);
  gtk_widget_class_install_action (widget_class, "thanks.csv", NULL, csv_cb);
}

static void
mappe_thanks_dossier_init (MappeThanksDossier *self)
{
}
