/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-training-dossier.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers-parts.h"

struct _MappeTrainingDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeTrainingDossier, mappe_training_dossier, MAPPE_TYPE_DOSSIER)

static const MappeListed *
find_person (const MappeVolunteers *all, gint64 id)
{
  for (guint i = 0; all != NULL && i < all->people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (all->people, i);

      if (person->row->id == id)
        return person;
    }
  return NULL;
}

static void
trained_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeVolunteers *all = mappe_dossier_get_result (MAPPE_DOSSIER (widget));
  const MappeListed *person = find_person (all, g_variant_get_int64 (parameter));
  g_autofree char *label = NULL;

  if (person == NULL)
    return;
  label = g_strdup_printf (_("Training of %s"), person->title);
  mappe_dossier_apply (MAPPE_DOSSIER (widget), mappe_volunteers_train (all, person->row, all->today, label),
                       _("The training is noted"), _("The training was not noted"));
}

/* "Safety advice for seniors · due on 14 October 2026, 47 days overdue" */
static char *
training_words (const MappeVolunteerTraining *training)
{
  const char *programme = training->person->shown[MAPPE_VOLUNTEER_PROGRAMME];
  g_autofree char *day = mappe_date_format (training->due);
  guint n = (guint) ABS (training->days_left);
  g_autofree char *left = training->days_left < 0
                              ? g_strdup_printf (ngettext ("▲ %u day overdue", "▲ %u days overdue", n), n)
                              : g_strdup_printf (ngettext ("%u day left", "%u days left", n), n);

  /* Translators: name of a programme; a day; how many days until then */
  return g_strdup_printf (_("%1$s · due on %2$s: %3$s"), programme != NULL ? programme : "–", day, left);
}

static void
add_training (MappeTrainingDossier *self, AdwPreferencesGroup *group, const MappeVolunteerTraining *training)
{
  const MappeRow *row = training->person->row;
  g_autofree char *words = training_words (training);
  g_autofree char *name = g_strdup_printf ("dossier-trained-%" G_GINT64_FORMAT, row->id);
  g_autofree char *label = g_strdup_printf (_("Trained today: %s"), training->person->title);
  GtkWidget *line = mappe_dossier_add_link (group, training->person->title, words, row->kind, row->id);
  GtkWidget *button = gtk_button_new_with_label (_("Trained today"));

  gtk_widget_set_name (button, name);
  mappe_dossier_name (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "training.trained");
  mappe_dossier_add_suffix (line, button);
}

static void
add_undertakings (GtkBox *box, const MappeVolunteers *all)
{
  g_autoptr (GPtrArray) missing = mappe_volunteers_missing_undertaking (all);
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Undertaking missing"),
      missing->len > 0 ? _("Nobody begins before the undertaking is given; its day is entered in the record.")
                       : _("✓ Everybody has given the undertaking."));

  for (guint i = 0; i < missing->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (missing, i);
      const char *given = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_UNDERTAKING_ON);
      const char *programme = person->shown[MAPPE_VOLUNTEER_PROGRAMME];
      g_autofree char *day = given != NULL ? mappe_date_format (given) : NULL;
      g_autofree char *planned = day != NULL ? g_strdup_printf (_("planned on %s"), day) : g_strdup (_("▲ missing"));
      g_autofree char *words = g_strdup_printf ("%s · %s", programme != NULL ? programme : "–", planned);

      mappe_dossier_add_link (group, person->title, words, person->row->kind, person->row->id);
    }
}

static void
mappe_training_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeTrainingDossier *self = MAPPE_TRAINING_DOSSIER (dossier);
  const MappeVolunteers *all = result;
  g_autoptr (GPtrArray) list = mappe_volunteers_training (all);
  AdwPreferencesGroup *group;
  guint n_overdue = 0;
  g_autofree char *about = NULL;

  for (guint i = 0; i < list->len; i++)
    n_overdue += ((MappeVolunteerTraining *) g_ptr_array_index (list, i))->days_left < 0;
  about = list->len == 0   ? g_strdup (_("No training has a day. The programme says how often there is one."))
          : n_overdue == 0 ? g_strdup (_("✓ Nobody is overdue."))
                           : g_strdup_printf (ngettext ("▲ %u person is overdue.", "▲ %u people are overdue.",
                                                        n_overdue), n_overdue);
  mappe_dossier_add_label (box, "title-2", _("Training and undertaking"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "training.trained", mappe_dossier_is_writable (dossier));
  group = mappe_dossier_add_group (box, _("Training due"), about);
  for (guint i = 0; i < list->len; i++)
    add_training (self, group, g_ptr_array_index (list, i));
  add_undertakings (box, all);
}

static void
mappe_training_dossier_class_init (MappeTrainingDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = mappe_volunteers_parts_load;
  dossier_class->result_free = (GDestroyNotify) mappe_volunteers_free;
  dossier_class->fill = mappe_training_dossier_fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "training.trained", "x", trained_cb);
}

static void
mappe_training_dossier_init (MappeTrainingDossier *self)
{
}
