/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-survey-steps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-number.h"
#include "mappe-wrap-layout.h"

#define STEPS_AT_FIRST 4
#define MOST_ANSWERS 1000000000
#define NONE -1

/* What may stand between numbers that are typed or pasted at once; a space may be a separator of thousands. */
#define SEPARATORS "\t\n\r;"

/**
 * MappeSurveySteps:
 * @cells: entries, the best step first
 * @words: (nullable): what the steps are called
 * @answered: number of answers that the steps are to add up to; %NONE when it is not known
 * @spreading: cells are being filled, so their signals are not the user's
 */
struct _MappeSurveySteps {
  GtkBox     parent_instance;
  GPtrArray *cells, *labels;
  GStrv      words;
  gint64     answered;
  gboolean   spreading;
  GtkWidget *row, *fewer, *more, *number, *sum;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeSurveySteps, mappe_survey_steps, GTK_TYPE_BOX)

/* --- reading --- */

static const char *
text_at (MappeSurveySteps *self, guint step)
{
  return gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->cells, step)));
}

/* Returns: a number of answers, as typed in the manner of the locale; %NONE for anything else */
static gint64
count_of (const char *typed)
{
  g_autofree char *number = mappe_number_parse_typed (typed, NULL);
  gint64 count;

  return number != NULL && mappe_int_parse (number, &count) && count >= 0 && count <= MOST_ANSWERS ? count : NONE;
}

static gboolean
is_blank (const char *typed)
{
  g_autofree char *clean = g_strstrip (g_strdup (typed));

  return *clean == '\0';
}

/**
 * mappe_survey_steps_read:
 * @text: (out) (optional) (nullable): the numbers with ";" between them; what is no number stands as it was typed
 * @sum: (out) (optional): of those that are numbers
 *
 * Returns: what the cells hold
 */
MappeStepsState
mappe_survey_steps_read (MappeSurveySteps *self, char **text, gint64 *sum)
{
  GString *joined = g_string_new (NULL);
  guint n_blank = 0, n_wrong = 0;
  gint64 total = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      gint64 count = count_of (text_at (self, i));
      gboolean blank = is_blank (text_at (self, i));

      if (i > 0)
        g_string_append_c (joined, ';');
      if (count != NONE)
        g_string_append_printf (joined, "%" G_GINT64_FORMAT, count);
      else if (!blank)
        g_string_append (joined, text_at (self, i));
      total += MAX (count, 0);
      n_blank += blank;
      n_wrong += count == NONE && !blank;
    }
  if (sum != NULL)
    *sum = total;
  if (text != NULL)
    *text = n_blank < self->cells->len ? g_strdup (joined->str) : NULL;
  g_string_free (joined, TRUE);
  if (n_blank == self->cells->len)
    return MAPPE_STEPS_EMPTY;
  return n_wrong > 0 ? MAPPE_STEPS_WRONG : n_blank > 0 ? MAPPE_STEPS_INCOMPLETE : MAPPE_STEPS_WHOLE;
}

static const char *
first_wrong (MappeSurveySteps *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (!is_blank (text_at (self, i)) && count_of (text_at (self, i)) == NONE)
      return text_at (self, i);
  return NULL;
}

static guint
count_blank (MappeSurveySteps *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += is_blank (text_at (self, i));
  return n;
}

/* @sum differs from the number of answers. */
static char *
explain_sum (MappeSurveySteps *self, gint64 sum)
{
  gint64 gap = sum - self->answered;
  g_autofree char *answers = mappe_int_format (self->answered), *total = mappe_int_format (sum);
  g_autofree char *difference = mappe_int_format (ABS (gap));

  /* Translators: the sum of the steps, the number of answers, the difference */
  return gap < 0 ? g_strdup_printf (_("The steps add up to %1$s, but there are %2$s answers: %3$s too few."), total,
                                    answers, difference)
                 : g_strdup_printf (_("The steps add up to %1$s, but there are %2$s answers: %3$s too many."), total,
                                    answers, difference);
}

/** mappe_survey_steps_explain: Returns: (transfer full) (nullable): what is wrong, in a sentence; %NULL: nothing is */
char *
mappe_survey_steps_explain (MappeSurveySteps *self)
{
  gint64 sum;
  guint n_blank = count_blank (self);

  switch (mappe_survey_steps_read (self, NULL, &sum))
    {
    case MAPPE_STEPS_WRONG:
      return g_strdup_printf (_("“%s” is no number of answers."), first_wrong (self));
    case MAPPE_STEPS_INCOMPLETE:
      return g_strdup_printf (ngettext ("%u step has no number yet. Type 0 where nobody answered.",
                                        "%u steps have no number yet. Type 0 where nobody answered.", n_blank),
                              n_blank);
    case MAPPE_STEPS_WHOLE:
      return self->answered == NONE || self->answered == sum ? NULL : explain_sum (self, sum);
    case MAPPE_STEPS_EMPTY:
    default:
      return NULL;
    }
}

/* --- showing --- */

static void
show_sum (MappeSurveySteps *self)
{
  g_autofree char *total = NULL, *answers = mappe_int_format (self->answered), *words = NULL;
  gint64 sum;
  MappeStepsState state = mappe_survey_steps_read (self, NULL, &sum);
  gboolean fits = state == MAPPE_STEPS_WHOLE && sum == self->answered;

  total = mappe_int_format (sum);
  if (self->answered == NONE)
    words = g_strdup_printf (_("Sum: %s"), total);
  else
    /* Translators: the sum of the steps, the number of answers */
    words = g_strdup_printf (fits ? _("✓ Sum: %1$s of %2$s answers") : _("⚠ Sum: %1$s of %2$s answers"), total,
                             answers);
  gtk_label_set_label (GTK_LABEL (self->sum), state == MAPPE_STEPS_EMPTY ? "" : words);
}

static char *
word_of (MappeSurveySteps *self, guint step)
{
  if (self->words != NULL && step < g_strv_length (self->words))
    return g_strdup (self->words[step]);
  if (step == 0)
    return g_strdup_printf (_("%u best"), step + 1);
  if (step == self->cells->len - 1)
    return g_strdup_printf (_("%u worst"), step + 1);
  return g_strdup_printf ("%u", step + 1);
}

static void
show_word (MappeSurveySteps *self, guint step)
{
  g_autofree char *word = word_of (self, step);
  /* Translators: what a step of a scale is called, its number, how many there are */
  g_autofree char *name = g_strdup_printf (_("%1$s, step %2$u of %3$u"), word, step + 1, self->cells->len);

  gtk_label_set_label (GTK_LABEL (g_ptr_array_index (self->labels, step)), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->cells, step)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_state (MappeSurveySteps *self)
{
  g_autofree char *number = g_strdup_printf (ngettext ("%u step", "%u steps", self->cells->len), self->cells->len);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      gboolean wrong = !is_blank (text_at (self, i)) && count_of (text_at (self, i)) == NONE;

      show_word (self, i);
      if (wrong)
        gtk_widget_add_css_class (cell, "error");
      else
        gtk_widget_remove_css_class (cell, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_widget_set_sensitive (self->more, self->cells->len < MAPPE_SURVEY_STEPS_MOST);
  gtk_widget_set_sensitive (self->fewer, self->cells->len > MAPPE_SURVEY_STEPS_LEAST
                                           && is_blank (text_at (self, self->cells->len - 1)));
  show_sum (self);
}

static void
changed_cb (MappeSurveySteps *self)
{
  if (self->spreading)
    return;
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- cells --- */

static guint
index_of (MappeSurveySteps *self, GtkWidget *cell)
{
  guint at = 0;

  g_ptr_array_find (self->cells, cell, &at);
  return at;
}

static void
put (MappeSurveySteps *self, guint step, const char *typed)
{
  g_autofree char *clean = g_strstrip (g_strdup (typed));
  gint64 count = count_of (clean);
  g_autofree char *number = count != NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (self->cells, step)), number != NULL ? number : clean);
}

/* A row of a spreadsheet ends with a line, which is no further cell. */
static GStrv
split (const char *text)
{
  g_autofree char *whole = g_strdup (text);
  gsize end = strlen (whole);

  while (end > 0 && (whole[end - 1] == '\n' || whole[end - 1] == '\r'))
    whole[--end] = '\0';
  for (char *at = strstr (whole, "\r\n"); at != NULL; at = strstr (at, "\r\n"))
    memmove (at, at + 1, strlen (at));
  return g_strsplit_set (whole, SEPARATORS, -1);
}

/* What was pasted begins at @from, or at the first cell when it would not fit behind it. */
static void
spread (MappeSurveySteps *self, guint from, const char *text)
{
  g_auto (GStrv) parts = split (text);
  guint n = g_strv_length (parts);
  guint first = from + n <= self->cells->len ? from : 0;

  if (n > MAPPE_SURVEY_STEPS_MOST)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->spreading = TRUE;
  mappe_survey_steps_set_number (self, MAX (first + n, self->cells->len));
  for (guint i = 0; i < n; i++)
    put (self, first + i, parts[i]);
  self->spreading = FALSE;
  gtk_widget_grab_focus (g_ptr_array_index (self->cells, MIN (first + n, self->cells->len) - 1));
  changed_cb (self);
}

/* ";" goes on to the next cell, as in the stored form; more than one number fills as many cells. */
static void
inserted_cb (GtkEditable *text, const char *typed, int length, int *position, MappeSurveySteps *self)
{
  g_autofree char *inserted = g_strndup (typed, length < 0 ? strlen (typed) : (gsize) length);
  GtkWidget *cell = gtk_widget_get_ancestor (GTK_WIDGET (text), GTK_TYPE_ENTRY);

  if (self->spreading || strpbrk (inserted, SEPARATORS) == NULL)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  if (g_str_equal (inserted, ";"))
    mappe_survey_steps_move (self, 1);
  else
    spread (self, index_of (self, cell), inserted);
}

/* A cell that was entered is selected as a whole, as in a spreadsheet: there an arrow leads out at once. */
static gboolean
at_border (GtkWidget *cell, int direction)
{
  GtkEditable *text = GTK_EDITABLE (cell);
  int length = (int) g_utf8_strlen (gtk_editable_get_text (text), -1);
  int from, to;

  if (gtk_editable_get_selection_bounds (text, &from, &to))
    return from == 0 && to == length;
  return gtk_editable_get_position (text) == (direction < 0 ? 0 : length);
}

static gboolean
key_cb (MappeSurveySteps *self, guint keyval, guint code, GdkModifierType state, GtkEventController *keys)
{
  GtkWidget *cell = gtk_event_controller_get_widget (keys);
  int direction = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1 : 0;
  guint at = index_of (self, cell);

  if (direction == 0 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || !at_border (cell, direction) || (direction < 0 && at == 0) || (direction > 0 && at + 1 == self->cells->len))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->cells, at + (guint) direction));
}

static void
append_cell (MappeSurveySteps *self)
{
  GtkWidget *down = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL);
  GtkWidget *cell = g_object_new (GTK_TYPE_ENTRY, "width-chars", 6, "max-width-chars", 8, "xalign", 1.0f,
                                  "input-purpose", GTK_INPUT_PURPOSE_DIGITS, "truncate-multiline", FALSE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (cell, "numeric");
  gtk_box_append (GTK_BOX (down), label);
  gtk_box_append (GTK_BOX (down), cell);
  gtk_box_append (GTK_BOX (self->row), down);
  g_ptr_array_add (self->cells, cell);
  g_ptr_array_add (self->labels, label);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, keys);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (cell)), "insert-text", G_CALLBACK (inserted_cb),
                           self, 0);
  g_signal_connect_object (cell, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
remove_cell (MappeSurveySteps *self)
{
  guint last = self->cells->len - 1;
  GtkWidget *down = gtk_widget_get_parent (g_ptr_array_index (self->cells, last));

  g_ptr_array_set_size (self->cells, (int) last);
  g_ptr_array_set_size (self->labels, (int) last);
  gtk_box_remove (GTK_BOX (self->row), down);
}

/** mappe_survey_steps_set_number: @n_steps: how many cells there are; cut to what a survey result takes */
void
mappe_survey_steps_set_number (MappeSurveySteps *self, guint n_steps)
{
  n_steps = CLAMP (n_steps, MAPPE_SURVEY_STEPS_LEAST, MAPPE_SURVEY_STEPS_MOST);
  while (self->cells->len < n_steps)
    append_cell (self);
  while (self->cells->len > n_steps)
    remove_cell (self);
  show_state (self);
}

/** mappe_survey_steps_get_number: Returns: how many cells there are */
guint
mappe_survey_steps_get_number (MappeSurveySteps *self)
{
  return self->cells->len;
}

/**
 * mappe_survey_steps_set_text:
 * @text: (nullable): numbers with ";" between them; %NULL empties the cells and keeps their number
 */
void
mappe_survey_steps_set_text (MappeSurveySteps *self, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ";", MAPPE_SURVEY_STEPS_MOST) : NULL;
  guint n = parts != NULL ? g_strv_length (parts) : 0;

  self->spreading = TRUE;
  if (n > 0)
    mappe_survey_steps_set_number (self, n);
  for (guint i = 0; i < self->cells->len; i++)
    put (self, i, i < n ? parts[i] : "");
  self->spreading = FALSE;
  show_state (self);
}

/** mappe_survey_steps_set_words: @words: (nullable): what the steps are called, the best first */
void
mappe_survey_steps_set_words (MappeSurveySteps *self, const char *const *words)
{
  g_strfreev (self->words);
  self->words = g_strdupv ((char **) words);
  show_state (self);
}

/** mappe_survey_steps_set_answered: @answered: number of answers, -1 when it is not known */
void
mappe_survey_steps_set_answered (MappeSurveySteps *self, gint64 answered)
{
  self->answered = MAX (answered, NONE);
  show_state (self);
}

/* --- going from one to the next --- */

/* Buttons stand before the cells, so that a hand that only types numbers never meets them. */
static GtkWidget *
stop_at (MappeSurveySteps *self, int at)
{
  GtkWidget *buttons[] = { self->fewer, self->more };
  int n_buttons = (int) G_N_ELEMENTS (buttons);

  if (at < 0 || at >= n_buttons + (int) self->cells->len)
    return NULL;
  return at < n_buttons ? buttons[at] : g_ptr_array_index (self->cells, at - n_buttons);
}

static int
stop_with_focus (MappeSurveySteps *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *stop;

  for (int i = 0; (stop = stop_at (self, i)) != NULL; i++)
    if (focus != NULL && (focus == stop || gtk_widget_is_ancestor (focus, stop)))
      return i;
  return -1;
}

/**
 * mappe_survey_steps_move:
 * @direction: 1 to the next cell, -1 to the one before
 *
 * Returns: whether there is one, which has the focus now
 */
gboolean
mappe_survey_steps_move (MappeSurveySteps *self, int direction)
{
  int at = stop_with_focus (self);
  GtkWidget *stop;

  if (at < 0)
    return FALSE;
  do
    stop = stop_at (self, at += direction);
  while (stop != NULL && !gtk_widget_is_sensitive (stop));
  return stop != NULL && gtk_widget_grab_focus (stop);
}

static gboolean
mappe_survey_steps_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (g_ptr_array_index (MAPPE_SURVEY_STEPS (widget)->cells, 0));
}

/* --- building --- */

static void
fewer_cb (MappeSurveySteps *self)
{
  mappe_survey_steps_set_number (self, self->cells->len - 1);
  changed_cb (self);
}

static void
more_cb (MappeSurveySteps *self)
{
  mappe_survey_steps_set_number (self, self->cells->len + 1);
  changed_cb (self);
}

static GtkWidget *
add_button (MappeSurveySteps *self, GtkWidget *bar, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
mappe_survey_steps_finalize (GObject *object)
{
  MappeSurveySteps *self = MAPPE_SURVEY_STEPS (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->labels);
  g_strfreev (self->words);
  G_OBJECT_CLASS (mappe_survey_steps_parent_class)->finalize (object);
}

static void
mappe_survey_steps_class_init (MappeSurveyStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_survey_steps_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_survey_steps_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mappe_survey_steps_init (MappeSurveySteps *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cells = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
  self->answered = NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->number = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (bar), self->number);
  self->fewer = add_button (self, bar, "list-remove-symbolic", _("One step fewer"), G_CALLBACK (fewer_cb));
  self->more = add_button (self, bar, "list-add-symbolic", _("One step more"), G_CALLBACK (more_cb));
  gtk_box_append (GTK_BOX (self), bar);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->row, mappe_wrap_layout_new ());
  gtk_box_append (GTK_BOX (self), self->row);
  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                            NULL);
  gtk_widget_add_css_class (self->sum, "numeric");
  gtk_box_append (GTK_BOX (self), self->sum);
  mappe_survey_steps_set_number (self, STEPS_AT_FIRST);
}

/** mappe_survey_steps_new: Returns: (transfer floating): four empty cells */
GtkWidget *
mappe_survey_steps_new (void)
{
  return g_object_new (MAPPE_TYPE_SURVEY_STEPS, NULL);
}
