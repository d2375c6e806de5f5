/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-states.h"

#include <glib/gi18n.h>

/* Stored as their German names, which are the official ones; shown in the language of the window. */
static const struct {
  const char *stored;
  const char *shown;
} states[] = {
  { "", N_("Not given") },
  { "Baden-Württemberg", N_("Baden-Württemberg") },
  { "Bayern", N_("Bavaria") },
  { "Berlin", N_("Berlin") },
  { "Brandenburg", N_("Brandenburg") },
  { "Bremen", N_("Bremen") },
  { "Hamburg", N_("Hamburg") },
  { "Hessen", N_("Hesse") },
  { "Mecklenburg-Vorpommern", N_("Mecklenburg-Western Pomerania") },
  { "Niedersachsen", N_("Lower Saxony") },
  { "Nordrhein-Westfalen", N_("North Rhine-Westphalia") },
  { "Rheinland-Pfalz", N_("Rhineland-Palatinate") },
  { "Saarland", N_("Saarland") },
  { "Sachsen", N_("Saxony") },
  { "Sachsen-Anhalt", N_("Saxony-Anhalt") },
  { "Schleswig-Holstein", N_("Schleswig-Holstein") },
  { "Thüringen", N_("Thuringia") },
};

/**
 * mappe_states_model:
 *
 * Returns: (transfer full): the federal states as people read them
 */
GtkStringList *
mappe_states_model (void)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (model, _(states[i].shown));
  return model;
}

/**
 * mappe_states_name:
 * @position: place in the model
 *
 * Returns: (nullable): what is stored; %NULL for none
 */
const char *
mappe_states_name (guint position)
{
  return position > 0 && position < G_N_ELEMENTS (states) ? states[position].stored : NULL;
}
