/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-programmes-dossier.h"

#include <glib/gi18n.h>

#include "mappe-dossier-parts.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteers-parts.h"

/** MappeProgrammesDossier: @year: on show; 0: the newest */
struct _MappeProgrammesDossier {
  MappeDossier parent_instance;

  int          year;
};

G_DEFINE_FINAL_TYPE (MappeProgrammesDossier, mappe_programmes_dossier, MAPPE_TYPE_DOSSIER)

static void
year_cb (GtkDropDown *years, GParamSpec *pspec, MappeProgrammesDossier *self)
{
  self->year = mappe_volunteers_parts_year (years);
  mappe_dossier_refill (MAPPE_DOSSIER (self));
}

static char *
sum_words (MappeVolunteerSum sum)
{
  g_autofree char *hours = mappe_volunteers_parts_hours (sum.hours);

  if (sum.n == 0)
    return g_strdup (_("Nothing entered for this year"));
  /* Translators: hours; numbers of volunteers: active, of them trained, joined, left */
  return g_strdup_printf (_("%1$s hours · %2$d active, %3$d trained · %4$d joined, %5$d left"), hours,
                          (int) sum.active, (int) sum.trained, (int) sum.joined, (int) sum.departed);
}

static void
mappe_programmes_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeProgrammesDossier *self = MAPPE_PROGRAMMES_DOSSIER (dossier);
  const MappeVolunteers *all = result;
  g_autoptr (GArray) years = mappe_volunteers_years (all, 0);
  AdwPreferencesGroup *group;
  g_autofree char *sums = NULL;
  int year;

  mappe_dossier_add_label (box, "title-2", _("Volunteers"));
  if (all->programmes->len == 0)
    {
      mappe_dossier_add_label (box, NULL, _("A programme of volunteers, like safety advice for seniors, is "
                                            "entered in the lists. Its page takes the counts of each quarter."));
      return;
    }
  year = mappe_volunteers_parts_add_years (dossier, box, years, self->year, G_CALLBACK (year_cb));
  sums = sum_words (mappe_volunteers_sum (all, 0, year));
  group = mappe_dossier_add_group (box, _("Programmes"), sums);
  for (guint i = 0; i < all->programmes->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (all->programmes, i))->row;
      g_autofree char *words = sum_words (mappe_volunteers_sum (all, row->id, year));

      mappe_dossier_add_link (group, mappe_row_get_text (row, MAPPE_VOLUNTEER_PROGRAMME_NAME), words, row->kind,
                              row->id);
    }
}

static void
mappe_programmes_dossier_class_init (MappeProgrammesDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = mappe_volunteers_parts_load;
  dossier_class->result_free = (GDestroyNotify) mappe_volunteers_free;
  dossier_class->fill = mappe_programmes_dossier_fill;
}

static void
mappe_programmes_dossier_init (MappeProgrammesDossier *self)
{
}
