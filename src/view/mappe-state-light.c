/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-state-light.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"

#define SIZE 16

/* --- the shapes: symbolic, so that they take the colour of the text around them --- */

#define MAPPE_TYPE_STATE_SHAPE (mappe_state_shape_get_type ())
G_DECLARE_FINAL_TYPE (MappeStateShape, mappe_state_shape, MAPPE, STATE_SHAPE, GObject)

struct _MappeStateShape {
  GObject    parent_instance;
  MappeState state;
};

static void paintable_iface_init (GdkPaintableInterface *iface);
static void symbolic_iface_init (GtkSymbolicPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MappeStateShape, mappe_state_shape, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE, symbolic_iface_init))

static void
draw_circle (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, 8, 8, 5, 0, 2 * G_PI);
}

static void
draw_done (cairo_t *cr)
{
  draw_circle (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  /* The check is cut out, so that it shows on every background. */
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_move_to (cr, 5.4, 8.2);
  cairo_line_to (cr, 7.3, 10.1);
  cairo_line_to (cr, 10.8, 6.2);
  cairo_stroke (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
draw_due_soon (cairo_t *cr)
{
  draw_circle (cr);
  cairo_stroke (cr);
  cairo_arc (cr, 8, 8, 5, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_overdue (cairo_t *cr)
{
  cairo_move_to (cr, 8, 2.5);
  cairo_line_to (cr, 13.8, 13);
  cairo_line_to (cr, 2.2, 13);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_waiting (cairo_t *cr)
{
  cairo_move_to (cr, 8, 2.2);
  cairo_line_to (cr, 13.8, 8);
  cairo_line_to (cr, 8, 13.8);
  cairo_line_to (cr, 2.2, 8);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_cancelled (cairo_t *cr)
{
  draw_circle (cr);
  cairo_stroke (cr);
  cairo_move_to (cr, 4.6, 4.6);
  cairo_line_to (cr, 11.4, 11.4);
  cairo_stroke (cr);
}

static void
draw_shape (cairo_t *cr, MappeState state)
{
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (state)
    {
    case MAPPE_STATE_DONE:
      draw_done (cr);
      break;
    case MAPPE_STATE_ON_TRACK:
      draw_circle (cr);
      cairo_stroke (cr);
      break;
    case MAPPE_STATE_DUE_SOON:
      draw_due_soon (cr);
      break;
    case MAPPE_STATE_OVERDUE:
      draw_overdue (cr);
      break;
    case MAPPE_STATE_WAITING:
      draw_waiting (cr);
      break;
    case MAPPE_STATE_CANCELLED:
      draw_cancelled (cr);
      break;
    case MAPPE_STATE_NONE:
    default:
      break;
    }
}

static void
shape_snapshot_symbolic (GtkSymbolicPaintable *paintable, GdkSnapshot *snapshot, double width, double height,
                         const GdkRGBA *colors, gsize n_colors)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_scale (cr, width / SIZE, height / SIZE);
  gdk_cairo_set_source_rgba (cr, n_colors > 0 ? &colors[0] : &black);
  draw_shape (cr, MAPPE_STATE_SHAPE (paintable)->state);
  cairo_destroy (cr);
}

static void
shape_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  shape_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, width, height, NULL, 0);
}

static int
shape_get_size (GdkPaintable *paintable)
{
  return SIZE;
}

static GdkPaintableFlags
shape_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = shape_snapshot;
  iface->get_flags = shape_get_flags;
  iface->get_intrinsic_width = shape_get_size;
  iface->get_intrinsic_height = shape_get_size;
}

static void
symbolic_iface_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = shape_snapshot_symbolic;
}

static void
mappe_state_shape_class_init (MappeStateShapeClass *klass)
{
}

static void
mappe_state_shape_init (MappeStateShape *self)
{
}

static GdkPaintable *
shape_of (MappeState state)
{
  static MappeStateShape *shapes[MAPPE_STATE_CANCELLED + 1];

  if (shapes[state] == NULL)
    {
      shapes[state] = g_object_new (MAPPE_TYPE_STATE_SHAPE, NULL);
      shapes[state]->state = state;
    }
  return GDK_PAINTABLE (shapes[state]);
}

/* --- what codes mean --- */

typedef struct {
  const char *list;
  const char *code;
  MappeState  state;
} Meaning;

/* The lists whose codes say how far a matter is.  Codes of other lists, and a town's own codes, have no light. */
static const Meaning meanings[] = {
  { "project_status", "idea", MAPPE_STATE_WAITING },
  { "project_status", "planned", MAPPE_STATE_WAITING },
  { "project_status", "running", MAPPE_STATE_ON_TRACK },
  { "project_status", "paused", MAPPE_STATE_DUE_SOON },
  { "project_status", "completed", MAPPE_STATE_DONE },
  { "project_status", "stopped", MAPPE_STATE_CANCELLED },
  { "measure_status", "planned", MAPPE_STATE_WAITING },
  { "measure_status", "running", MAPPE_STATE_ON_TRACK },
  { "measure_status", "done", MAPPE_STATE_DONE },
  { "measure_status", "stopped", MAPPE_STATE_CANCELLED },
  { "task_status", "open", MAPPE_STATE_WAITING },
  { "task_status", "in_progress", MAPPE_STATE_ON_TRACK },
  { "task_status", "done", MAPPE_STATE_DONE },
  { "task_status", "overdue", MAPPE_STATE_OVERDUE },
  { "task_status", "dropped", MAPPE_STATE_CANCELLED },
  { "meeting_state", "planned", MAPPE_STATE_WAITING },
  { "meeting_state", "invited", MAPPE_STATE_ON_TRACK },
  { "meeting_state", "held", MAPPE_STATE_DONE },
  { "meeting_state", "cancelled", MAPPE_STATE_CANCELLED },
  { "minutes_state", "draft", MAPPE_STATE_WAITING },
  { "minutes_state", "in_review", MAPPE_STATE_ON_TRACK },
  { "minutes_state", "sent", MAPPE_STATE_ON_TRACK },
  { "minutes_state", "objected", MAPPE_STATE_DUE_SOON },
  { "minutes_state", "approved", MAPPE_STATE_DONE },
  { "minutes_state", "archived", MAPPE_STATE_DONE },
  { "member_status", "active", MAPPE_STATE_ON_TRACK },
  { "member_status", "resting", MAPPE_STATE_WAITING },
  { "member_status", "ended", MAPPE_STATE_CANCELLED },
  { "agreement_status", "draft", MAPPE_STATE_WAITING },
  { "agreement_status", "active", MAPPE_STATE_ON_TRACK },
  { "agreement_status", "ended", MAPPE_STATE_CANCELLED },
  { "use_report_status", "open", MAPPE_STATE_WAITING },
  { "use_report_status", "submitted", MAPPE_STATE_DONE },
  { "use_report_status", "accepted", MAPPE_STATE_DONE },
  { "value_status", "provisional", MAPPE_STATE_ON_TRACK },
  { "value_status", "final", MAPPE_STATE_DONE },
  { "value_status", "revised", MAPPE_STATE_DONE },
  { "value_status", "missing", MAPPE_STATE_DUE_SOON },
  { "value_status", "suppressed", MAPPE_STATE_CANCELLED },
  { "fulfilment", "full", MAPPE_STATE_DONE },
  { "fulfilment", "mostly", MAPPE_STATE_ON_TRACK },
  { "fulfilment", "partly", MAPPE_STATE_DUE_SOON },
  { "fulfilment", "open", MAPPE_STATE_WAITING },
  { "patrol_status", "planned", MAPPE_STATE_WAITING },
  { "patrol_status", "held", MAPPE_STATE_DONE },
  { "patrol_status", "cancelled", MAPPE_STATE_CANCELLED },
  { "review_status", "open", MAPPE_STATE_ON_TRACK },
  { "review_status", "signed_off", MAPPE_STATE_DONE },
};

/**
 * mappe_state_is_state_field:
 *
 * Returns: whether the codes of the field say how a matter stands
 */
gboolean
mappe_state_is_state_field (const MappeFieldSpec *field)
{
  if (field->type != MAPPE_FIELD_CODE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].list, field->code_list))
      return TRUE;
  return FALSE;
}

/**
 * mappe_state_of_code:
 * @list: name of a code list
 * @code: (nullable): a code
 *
 * Returns: what the code says by itself, without any date
 */
MappeState
mappe_state_of_code (const char *list, const char *code)
{
  if (code == NULL)
    return MAPPE_STATE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].code, code) && g_str_equal (meanings[i].list, list))
      return meanings[i].state;
  return MAPPE_STATE_NONE;
}

/* Asked for every row on the screen, so the day is looked up once a minute only. */
static const char *
today (void)
{
  static char *day;
  static gint64 asked_at;
  gint64 now = g_get_monotonic_time ();

  if (day == NULL || now - asked_at > G_TIME_SPAN_MINUTE)
    {
      g_free (day);
      day = mappe_date_today ();
      asked_at = now;
    }
  return day;
}

/**
 * mappe_state_of_due:
 * @iso: (nullable): the day something is due on
 *
 * Returns: overdue after that day, due soon in the MAPPE_STATE_SOON_DAYS days before it, else on track
 */
MappeState
mappe_state_of_due (const char *iso)
{
  if (!mappe_date_is_valid (iso))
    return MAPPE_STATE_ON_TRACK;
  int days = mappe_date_days_between (today (), iso);
  if (days < 0)
    return MAPPE_STATE_OVERDUE;
  return days <= MAPPE_STATE_SOON_DAYS ? MAPPE_STATE_DUE_SOON : MAPPE_STATE_ON_TRACK;
}

/* The day that belongs to a state: "due_on" for "status", "use_report_due_on" for "use_report_status". */
static int
due_field_of (const MappeKind *kind, guint field)
{
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;

  if (!g_str_has_suffix (kind->fields[field].name, "status"))
    return -1;
  stem = g_strndup (kind->fields[field].name, strlen (kind->fields[field].name) - strlen ("status"));
  name = g_strconcat (stem, "due_on", NULL);
  return mappe_kind_find_field (kind, name);
}

/**
 * mappe_state_of_row:
 * @row: a row
 * @field: number of a field with mappe_state_is_state_field()
 *
 * Returns: how the matter stands today: what is open and past its day is overdue
 */
MappeState
mappe_state_of_row (const MappeRow *row, guint field)
{
  MappeState state = mappe_state_of_code (row->kind->fields[field].code_list, mappe_row_get_text (row, field));

  if (state != MAPPE_STATE_WAITING && state != MAPPE_STATE_ON_TRACK)
    return state;
  int due = due_field_of (row->kind, field);
  MappeState by_day = due >= 0 ? mappe_state_of_due (mappe_row_get_text (row, (guint) due)) : MAPPE_STATE_ON_TRACK;
  return by_day == MAPPE_STATE_ON_TRACK ? state : by_day;
}

static const struct {
  const char *css_class;
  const char *word;
} looks[] = {
  [MAPPE_STATE_NONE] = { "state-none", "" },
  [MAPPE_STATE_DONE] = { "state-done", N_("Done") },
  [MAPPE_STATE_ON_TRACK] = { "state-on-track", N_("On track") },
  [MAPPE_STATE_DUE_SOON] = { "state-due-soon", N_("Due soon") },
  [MAPPE_STATE_OVERDUE] = { "state-overdue", N_("Overdue") },
  [MAPPE_STATE_WAITING] = { "state-waiting", N_("Waiting") },
  [MAPPE_STATE_CANCELLED] = { "state-cancelled", N_("Cancelled") },
};

/**
 * mappe_state_word:
 *
 * Returns: (transfer none): the usual word for the state, translated
 */
const char *
mappe_state_word (MappeState state)
{
  return *looks[state].word != '\0' ? _(looks[state].word) : "";
}

/**
 * mappe_state_show:
 * @image: an image of its own, without other classes
 *
 * Shows shape and colour of a state; the word has to stand beside it.
 */
void
mappe_state_show (GtkImage *image, MappeState state)
{
  const char *classes[] = { "state-shape", looks[state].css_class, NULL };

  if (gtk_image_get_paintable (image) == shape_of (state))
    return;
  gtk_image_set_from_paintable (image, shape_of (state));
  gtk_widget_set_css_classes (GTK_WIDGET (image), classes);
}

/* --- the widget --- */

struct _MappeStateLight {
  GtkWidget  parent_instance;
  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (MappeStateLight, mappe_state_light, GTK_TYPE_WIDGET)

static void
mappe_state_light_dispose (GObject *object)
{
  MappeStateLight *self = MAPPE_STATE_LIGHT (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_state_light_parent_class)->dispose (object);
}

static void
mappe_state_light_class_init (MappeStateLightClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_state_light_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statelight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_state_light_init (MappeStateLight *self)
{
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

/**
 * mappe_state_light_new:
 *
 * Returns: (transfer floating): a light that shows nothing yet
 */
GtkWidget *
mappe_state_light_new (void)
{
  return g_object_new (MAPPE_TYPE_STATE_LIGHT, NULL);
}

/**
 * mappe_state_light_set:
 * @word: (nullable): the word beside the shape; %NULL takes the usual one
 */
void
mappe_state_light_set (MappeStateLight *self, MappeState state, const char *word)
{
  g_return_if_fail (MAPPE_IS_STATE_LIGHT (self));

  mappe_state_show (GTK_IMAGE (self->image), state);
  gtk_widget_set_visible (self->image, state != MAPPE_STATE_NONE);
  gtk_label_set_label (GTK_LABEL (self->label), word != NULL ? word : mappe_state_word (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->label)), -1);
}
