/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-overview-page.h"

#include <glib/gi18n.h>

#include "mappe-columns.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-due-card.h"
#include "mappe-due-text.h"
#include "mappe-feedback.h"
#include "mappe-request-letter.h"

#define MINUTE 60

typedef struct {
  const char       *title;
  const char       *empty;  /* NULL: not shown when there is nothing */
  MappeDueCardLook  look;
  guint             of_two;
  guint             of_three;
} CardSpec;

static const CardSpec specs[MAPPE_DUE_N_GROUPS] = {
  [MAPPE_DUE_GROUP_OVERDUE] = { N_("Overdue"), N_("Nothing is overdue."), MAPPE_DUE_CARD_PLAIN, 0, 0 },
  [MAPPE_DUE_GROUP_SOON] = { N_("Next 14 days"), N_("Nothing is due within 14 days."), MAPPE_DUE_CARD_PLAIN, 0, 0 },
  [MAPPE_DUE_GROUP_MEETINGS] = { N_("Next meeting"), N_("No meeting is planned."), MAPPE_DUE_CARD_MEETINGS, 1, 1 },
  [MAPPE_DUE_GROUP_OPEN] = { N_("Open since the last meeting"), N_("Everything from the last meeting is done."),
                             MAPPE_DUE_CARD_BY_OFFICE, 1, 1 },
  [MAPPE_DUE_GROUP_MINUTES] = { N_("Minutes"), N_("All minutes are sent, and no objection is open."),
                                MAPPE_DUE_CARD_PLAIN, 0, 2 },
  [MAPPE_DUE_GROUP_REPORTS] = { N_("Reports and reviews"), NULL, MAPPE_DUE_CARD_PLAIN, 0, 0 },
  [MAPPE_DUE_GROUP_EVENTS] = { N_("Events and road closures"), NULL, MAPPE_DUE_CARD_PLAIN, 0, 0 },
  [MAPPE_DUE_GROUP_TERMS] = { N_("Terms and undertakings"),
                              N_("No term ends within 90 days, and all undertakings are signed."),
                              MAPPE_DUE_CARD_PLAIN, 1, 2 },
  [MAPPE_DUE_GROUP_NUMBERS] = { N_("Numbers missing"), N_("Every indicator has its newest number."),
                                MAPPE_DUE_CARD_PLAIN, 0, 2 },
};

struct _MappeOverviewPage {
  MappePage      parent_instance;

  MappeDisplay  *display;
  GCancellable  *cancellable;
  GPtrArray     *due;         /* (element-type MappeDueItem): NULL before the first answer */
  char          *today;       /* the day that due was reckoned from */
  guint          refresh_id;
  guint          watch_id;
  double         scroll_to;   /* where the page was left; -1: nowhere */
  gboolean       to_focus;    /* once there is something */

  GtkStack      *stack;
  GtkScrolledWindow *scroller;
  GtkLabel      *headline;
  GtkLabel      *day;
  GtkButton     *standing;
  GtkLabel      *standing_label;
  MappeColumns  *columns;
  MappeDueCard  *cards[MAPPE_DUE_N_GROUPS];
};

G_DEFINE_FINAL_TYPE (MappeOverviewPage, mappe_overview_page, MAPPE_TYPE_PAGE)

static void refresh (MappeOverviewPage *self);

static void
fill_card (MappeOverviewPage *self, MappeDueGroup card)
{
  g_autoptr (GPtrArray) items = mappe_due_group_items (self->due, card);

  mappe_due_card_set_items (self->cards[card], self->due, items, self->display);
  gtk_widget_set_visible (GTK_WIDGET (self->cards[card]), items->len > 0 || specs[card].empty != NULL);
}

static const MappeDueItem *
standing_item (MappeOverviewPage *self)
{
  for (guint i = 0; self->due != NULL && i < self->due->len; i++)
    if (((MappeDueItem *) g_ptr_array_index (self->due, i))->topic == MAPPE_DUE_STANDING)
      return g_ptr_array_index (self->due, i);
  return NULL;
}

static void
fill_head (MappeOverviewPage *self)
{
  const MappeDueItem *standing = standing_item (self);
  g_autofree char *headline = mappe_due_text_headline (self->due);
  g_autofree char *day = mappe_date_format_long (self->today);
  g_autofree char *text = standing != NULL ? mappe_due_text_standing (standing) : NULL;

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->standing_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->standing), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
restore_scroll (MappeOverviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (self->scroll_to < 0 || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  gtk_adjustment_set_value (adjustment, self->scroll_to);
  self->scroll_to = -1;
}

/* A council without members, meetings and anything due was just made. */
static gboolean
is_fresh (MappeOverviewPage *self)
{
  const MappeDueItem *standing = standing_item (self);

  if (standing == NULL)
    return self->due->len == 0;
  return self->due->len == 1 && standing->count == 0 && standing->date == NULL && standing->deadline == NULL;
}

static void
show_due (MappeOverviewPage *self)
{
  gboolean fresh = is_fresh (self);

  if (!fresh)
    {
      fill_head (self);
      for (MappeDueGroup card = 0; card < MAPPE_DUE_N_GROUPS; card++)
        fill_card (self, card);
    }
  gtk_stack_set_visible_child_name (self->stack, fresh ? "fresh" : "cards");
  if (self->to_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  self->to_focus = FALSE;
}

/* --- fetching --- */

static void
due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *due = mappe_store_due_finish (MAPPE_STORE (source), result, &error);

  if (due == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mappe_feedback_error (GTK_WIDGET (self), error, _("What is due could not be found out"));
      return;
    }
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = due;
  if (self->display != NULL)
    show_due (self);
}

static void
refresh (MappeOverviewPage *self)
{
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->today);
  self->today = mappe_date_today ();
  mappe_store_due_async (store, self->today, self->cancellable, due_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (data);

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* An import announces itself many times; one answer at the end is enough. */
static void
changed_cb (MappeOverviewPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
display_changed_cb (MappeOverviewPage *self)
{
  if (self->due != NULL)
    show_due (self);
}

/* The program is left open over night; "in 3 days" must not be yesterday's. */
static gboolean
watch_cb (gpointer data)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (data);
  g_autofree char *today = mappe_date_today ();

  if (g_strcmp0 (today, self->today) != 0)
    refresh (self);
  return G_SOURCE_CONTINUE;
}

/* --- from card to card --- */

static void
edge_cb (MappeOverviewPage *self, GtkDirectionType direction, MappeDueCard *from)
{
  int step = direction == GTK_DIR_DOWN ? 1 : -1;
  int at = 0;

  while (at < MAPPE_DUE_N_GROUPS && self->cards[at] != from)
    at++;
  for (at += step; at >= 0 && at < MAPPE_DUE_N_GROUPS; at += step)
    if (mappe_due_card_focus (self->cards[at], step < 0))
      return;
}

static void
standing_cb (MappeOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "standing");
}

/* --- page --- */

static void
mappe_overview_page_shown (MappePage *page)
{
  watch_cb (page);
}

/* What is noted in passing is a task. */
static gboolean
mappe_overview_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  if (kind != NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (page), "win.new-record", "(ssx)", "task", "", (gint64) 0);
  return TRUE;
}

static char *
mappe_overview_page_get_state (MappePage *page)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (page);

  return g_strdup_printf ("%d", (int) gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));
}

static void
mappe_overview_page_set_state (MappePage *page, const char *state)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (page);

  self->scroll_to = state != NULL ? (double) g_ascii_strtoll (state, NULL, 10) : -1;
  restore_scroll (self);
}

static void
mappe_overview_page_focus_filter (MappePage *page)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (page);

  for (MappeDueGroup card = 0; card < MAPPE_DUE_N_GROUPS; card++)
    if (mappe_due_card_focus (self->cards[card], FALSE))
      return;
}

static void
request_cb (MappeOverviewPage *self)
{
  mappe_request_letter_show (GTK_WIDGET (self), mappe_page_get_store (MAPPE_PAGE (self)), 0);
}

static void
make_cards (MappeOverviewPage *self, MappeStore *store)
{
  GtkWidget *request;

  for (MappeDueGroup card = 0; card < MAPPE_DUE_N_GROUPS; card++)
    {
      const CardSpec *spec = &specs[card];
      GtkWidget *widget = mappe_due_card_new (store, _(spec->title), spec->empty != NULL ? _(spec->empty) : "",
                                              spec->look);

      self->cards[card] = MAPPE_DUE_CARD (widget);
      g_signal_connect_object (widget, "edge", G_CALLBACK (edge_cb), self, G_CONNECT_SWAPPED);
      mappe_columns_add (self->columns, widget, spec->of_two, spec->of_three);
    }
  request = mappe_due_card_add_act (self->cards[MAPPE_DUE_GROUP_NUMBERS], "mail-send-symbolic",
                                    _("Request missing values…"));
  g_signal_connect_object (request, "clicked", G_CALLBACK (request_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_overview_page_constructed (GObject *object)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));

  G_OBJECT_CLASS (mappe_overview_page_parent_class)->constructed (object);
  make_cards (self, store);
  self->display = g_object_ref (mappe_display_get (store));
  g_signal_connect_object (self->display, "changed", G_CALLBACK (display_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (restore_scroll), self, G_CONNECT_SWAPPED);
  self->watch_id = g_timeout_add_seconds (MINUTE, watch_cb, self);
  refresh (self);
}

static void
mappe_overview_page_dispose (GObject *object)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->display);
  /* AdwBin of libadwaita 1.2 does not notice that disposing the template takes its child. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (mappe_overview_page_parent_class)->dispose (object);
}

static void
mappe_overview_page_finalize (GObject *object)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self->today);
  G_OBJECT_CLASS (mappe_overview_page_parent_class)->finalize (object);
}

static gboolean
mappe_overview_page_grab_focus (GtkWidget *widget)
{
  MappeOverviewPage *self = MAPPE_OVERVIEW_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  self->to_focus = self->due == NULL;
  if (self->to_focus || gtk_widget_get_focus_child (widget) != NULL)
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
mappe_overview_page_class_init (MappeOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_overview_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_overview_page_finalize;
  widget_class->grab_focus = mappe_overview_page_grab_focus;
  page_class->shown = mappe_overview_page_shown;
  page_class->new_record = mappe_overview_page_new_record;
  page_class->get_state = mappe_overview_page_get_state;
  page_class->set_state = mappe_overview_page_set_state;
  page_class->focus_filter = mappe_overview_page_focus_filter;
  g_type_ensure (MAPPE_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, headline);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, day);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, standing);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MappeOverviewPage, columns);
  gtk_widget_class_bind_template_callback (widget_class, standing_cb);
}

static void
mappe_overview_page_init (MappeOverviewPage *self)
{
  self->scroll_to = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** mappe_overview_page_new: Returns: (transfer floating): the page, which fetches what it shows by itself */
GtkWidget *
mappe_overview_page_new (MappeStore *store)
{
  return g_object_new (MAPPE_TYPE_OVERVIEW_PAGE, "store", store, "page-name", "overview", NULL);
}
