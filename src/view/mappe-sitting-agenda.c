/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-agenda.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-sitting-acts.h"
#include "mappe-sitting-line.h"

struct _MappeSittingAgenda {
  AdwBin parent_instance;

  GtkListBox *list;
  gint64      running;   /* the item that was called when it was last shown */
  gboolean    filling;
};

G_DEFINE_FINAL_TYPE (MappeSittingAgenda, mappe_sitting_agenda, ADW_TYPE_BIN)

enum { SELECTED, CALLED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- lines --- */

static const char *
mark_of (const MappeSittingItem *item, const MappeSittingItem *running)
{
  if (item == running)
    return "→";
  return !mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT) ||
                 !mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT)
             ? "✓"
             : " ";
}

static const char *
state_of (const MappeSittingItem *item, const MappeSittingItem *running)
{
  if (item == running)
    return _("called");
  return *mark_of (item, running) == ' ' ? _("to come") : _("done");
}

/* "Adopted", or how long it was planned to take. */
static char *
detail_of (const MappeSitting *sitting, const MappeSittingItem *item)
{
  const char *result = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_RESULT);

  if (result != NULL)
    return g_strdup (mappe_sitting_code (sitting, "item_result", result, NULL));
  if (item->minutes <= 0)
    return g_strdup ("");
  /* Translators: planned time of an agenda item */
  return g_strdup_printf (_("%d min"), item->minutes);
}

static void
fill_line (MappeSittingLine *line, const MappeSitting *sitting, const MappeSittingItem *item,
           const MappeSittingItem *running)
{
  g_autofree char *detail = detail_of (sitting, item);
  g_autofree char *title = g_strdup_printf ("%s  %s", item->number, mappe_row_get_text (item->row,
                                                                                        MAPPE_AGENDA_ITEM_TITLE));
  /* Translators: agenda item, for screen readers: number and title; state; result or planned time */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s, %s"), title, state_of (item, running), detail);

  mappe_sitting_line_fill (line, mark_of (item, running), title, detail, spoken);
  mappe_sitting_line_set_look (line, item == running ? "line-running" : item->public ? NULL : "line-non-public");
}

/* --- the list --- */

static void
rebuild (MappeSittingAgenda *self, const MappeSitting *sitting)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      gtk_list_box_append (self->list, mappe_sitting_line_new (item->row->id));
    }
}

static gboolean
is_same_list (MappeSittingAgenda *self, const MappeSitting *sitting)
{
  for (guint i = 0; i < sitting->items->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row)) !=
                             ((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row->id)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) sitting->items->len) == NULL;
}

static void
select_item (MappeSittingAgenda *self, gint64 item)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row)) == item)
      gtk_list_box_select_row (self->list, row);
}

/**
 * mappe_sitting_agenda_show_sitting:
 *
 * Shows the agenda. What is selected stays so, until another item is called: that is what everybody looks at then.
 */
void
mappe_sitting_agenda_show_sitting (MappeSittingAgenda *self, const MappeSitting *sitting)
{
  const MappeSittingItem *running = mappe_sitting_running (sitting);
  gint64 selected, now = running != NULL ? running->row->id : 0;

  g_return_if_fail (MAPPE_IS_SITTING_AGENDA (self));
  selected = mappe_sitting_agenda_get_item (self);
  self->filling = TRUE;
  if (!is_same_list (self, sitting))
    rebuild (self, sitting);
  for (guint i = 0; i < sitting->items->len; i++)
    fill_line (MAPPE_SITTING_LINE (gtk_list_box_get_row_at_index (self->list, (int) i)), sitting,
               g_ptr_array_index (sitting->items, i), running);
  if (now != 0 && now != self->running)
    selected = now;
  else if (mappe_sitting_item (sitting, selected) == NULL && sitting->items->len > 0)
    selected = ((MappeSittingItem *) g_ptr_array_index (sitting->items, 0))->row->id;
  self->running = now;
  select_item (self, selected);
  self->filling = FALSE;
}

/** mappe_sitting_agenda_get_item: Returns: id of the selected item, or 0 */
gint64
mappe_sitting_agenda_get_item (MappeSittingAgenda *self)
{
  return mappe_sitting_line_get_selected (self->list);
}

static void
selected_cb (MappeSittingAgenda *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (MappeSittingAgenda *self)
{
  g_signal_emit (self, signals[CALLED], 0);
}

/* --- GObject --- */

static void
mappe_sitting_agenda_class_init (MappeSittingAgendaClass *klass)
{
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[CALLED] = g_signal_new ("called", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
mappe_sitting_agenda_init (MappeSittingAgenda *self)
{
  self->list = mappe_sitting_line_make_list (ADW_BIN (self), _("Agenda"));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}
