/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dossier-parts.h"

#include <glib/gi18n-lib.h>

#include "mappe-wrap-layout.h"
#include "mappe-row.h"

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/** mappe_dossier_add_label: @css_class: (nullable). Returns: (transfer none): the label */
GtkWidget *
mappe_dossier_add_label (GtkBox *box, const char *css_class, const char *text)
{
  GtkWidget *label = label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/** mappe_dossier_add_paragraph: @text: (nullable): to be read at length, beneath @title */
void
mappe_dossier_add_paragraph (GtkBox *box, const char *title, const char *text)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  mappe_dossier_add_label (GTK_BOX (both), "heading", title);
  mappe_dossier_add_label (GTK_BOX (both), NULL, text != NULL ? text : "–");
  gtk_box_append (box, both);
}

/** mappe_dossier_add_group: @description: (nullable). Returns: (transfer none): a boxed list */
AdwPreferencesGroup *
mappe_dossier_add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = g_markup_escape_text (title, -1);
  g_autofree char *about = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), about);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

/** mappe_dossier_add_fact: @text: (nullable). Returns: (transfer none): a row to read */
GtkWidget *
mappe_dossier_add_fact (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text != NULL ? text : "–");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "–");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, FALSE);
  /* The name begins with the title; the row would have it read once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
  return row;
}

/** mappe_dossier_add_link: Returns: (transfer none): a row that opens a record, on its dossier where there is one */
GtkWidget *
mappe_dossier_add_link (AdwPreferencesGroup *group, const char *title, const char *text, const MappeKind *kind,
                        gint64 id)
{
  GtkWidget *row = mappe_dossier_add_fact (group, title, text);
  g_autofree char *name = g_strdup_printf ("dossier-link-%s-%" G_GINT64_FORMAT, kind->name, id);

  gtk_widget_set_name (row, name);
  gtk_widget_set_focusable (row, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", kind->name, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open");
  return row;
}

/** mappe_dossier_add_record: @record: (nullable): opened by the row; without one there is none. @what: what it is */
void
mappe_dossier_add_record (AdwPreferencesGroup *group, const MappeRow *record, const char *what)
{
  g_autofree char *title = record != NULL ? mappe_row_get_title (record) : NULL;

  if (record != NULL)
    mappe_dossier_add_link (group, title, what, record->kind, record->id);
}

/** mappe_dossier_add_suffix: Puts a button at the end of a row, before the arrow that says that the row opens. */
void
mappe_dossier_add_suffix (GtkWidget *row, GtkWidget *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_insert_after (button, gtk_widget_get_parent (button), NULL);
}

/** mappe_dossier_add_acts: Returns: (transfer none): a line of buttons */
GtkBox *
mappe_dossier_add_acts (GtkBox *box)
{
  GtkWidget *acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (acts, mappe_wrap_layout_new ());
  gtk_box_append (box, acts);
  return GTK_BOX (acts);
}

/* Returns: (transfer none): a button; its action gets its target, if any, before its name, or GTK complains */
static GtkWidget *
add_button (GtkBox *acts, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strconcat ("dossier-", action, NULL);

  gtk_widget_set_name (button, name);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_box_append (acts, button);
  return button;
}

/** mappe_dossier_add_act: @action: name of an action without a target. Returns: (transfer none): its button */
GtkWidget *
mappe_dossier_add_act (GtkBox *acts, const char *label, const char *action)
{
  GtkWidget *button = add_button (acts, label, action);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/** mappe_dossier_add_edit: Returns: (transfer none): a button that shows the form of a record */
GtkWidget *
mappe_dossier_add_edit (GtkBox *acts, const MappeKind *kind, gint64 id)
{
  GtkWidget *button = add_button (acts, _("Edit record"), "page.edit");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", kind->name, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit");
  return button;
}

/** mappe_dossier_add_table: @headings: (array zero-terminated=1). Returns: (transfer none): a table with them */
GtkGrid *
mappe_dossier_add_table (GtkBox *box, const char *name, const char *const *headings)
{
  GtkWidget *table = g_object_new (GTK_TYPE_GRID, "column-spacing", 18, "row-spacing", 8, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 0; headings[i] != NULL; i++)
    gtk_widget_add_css_class (mappe_dossier_add_cell (GTK_GRID (table), i, 0, headings[i], FALSE), "heading");
  gtk_box_append (box, table);
  return GTK_GRID (table);
}

/** mappe_dossier_add_cell: @number: aligned as a figure. Returns: (transfer none): the label */
GtkWidget *
mappe_dossier_add_cell (GtkGrid *table, int column, int row, const char *text, gboolean number)
{
  GtkWidget *label = label_new (text != NULL ? text : "–");

  if (number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (table, label, column, row, 1, 1);
  return label;
}

/** mappe_dossier_name: Says what a widget holds; in an entry, the part that has the focus says it. */
void
mappe_dossier_name (GtkWidget *widget, const char *label)
{
  GtkEditable *part = GTK_IS_EDITABLE (widget) ? gtk_editable_get_delegate (GTK_EDITABLE (widget)) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (part != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
