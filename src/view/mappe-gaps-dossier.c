/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-gaps-dossier.h"

#include <glib/gi18n.h>

#include "mappe-dossier-parts.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factors.h"
#include "mappe-project-gaps.h"
#include "mappe-project.h"

struct _MappeGapsDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeGapsDossier, mappe_gaps_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_project_gaps_load (snapshot, error);
}

static void
add_factors (GtkBox *box, const MappeProjectGaps *gaps)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Priority factors"),
      gaps->factors->len == 0 ? _("No project has a priority factor yet: they are marked among the factors of a "
                                       "project.") : NULL);

  for (guint i = 0; i < gaps->factors->len; i++)
    {
      const MappeGapFactor *gap = g_ptr_array_index (gaps->factors, i);
      g_autofree char *words = mappe_gap_factor_words (gap, NULL);
      g_autofree char *text = g_strdup_printf ("%s\n%s", mappe_row_get_text (gap->project, MAPPE_PROJECT_TITLE), words);

      mappe_dossier_add_link (group, mappe_project_factor_name (gap->factor), text, gap->project->kind,
                              gap->project->id);
    }
}

static void
add_programmes (GtkBox *box, const MappeProjectGaps *gaps)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Prevention programmes"),
      gaps->programmes->len == 0 ? _("The list of programmes is empty: enter those that the council knows, with their "
                                     "level in the Green List.") : NULL);

  for (guint i = 0; i < gaps->programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (gaps->programmes, i);
      g_autofree char *words = mappe_gap_programme_words (gap, NULL);

      mappe_dossier_add_link (group, mappe_row_get_text (gap->programme, MAPPE_PREVENTION_PROGRAMME_NAME), words,
                              gap->programme->kind, gap->programme->id);
    }
}

static void
mappe_gaps_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeProjectGaps *gaps = result;
  guint open = mappe_project_gaps_n_open (gaps), aimless = mappe_project_gaps_n_aimless (gaps);
  /* Translators: number of priority factors without a programme, number of all of them */
  g_autofree char *factors = g_strdup_printf (_("%1$u of %2$u priority factors without a programme"), open,
                                              gaps->factors->len);
  g_autofree char *programmes = g_strdup_printf (ngettext ("%u programme in use works on no priority factor",
                                                           "%u programmes in use work on no priority factor", aimless),
                                                 aimless);

  mappe_dossier_add_label (box, "title-2", gaps->factors->len > 0 ? factors : _("Gaps"));
  if (gaps->factors->len > 0 && gaps->programmes->len > 0)
    mappe_dossier_add_label (box, NULL,
                             aimless > 0 ? programmes : _("All programmes in use work on a priority factor."));
  add_factors (box, gaps);
  add_programmes (box, gaps);
}

static void
mappe_gaps_dossier_class_init (MappeGapsDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_project_gaps_free;
  dossier_class->fill = mappe_gaps_dossier_fill;
}

static void
mappe_gaps_dossier_init (MappeGapsDossier *self)
{
}
