/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-form.h"

#include <glib/gi18n-lib.h>

#include "mappe-display.h"
#include "mappe-field-input.h"
#include "mappe-field-rows.h"
#include "mappe-file-content.h"
#include "mappe-record-error.h"
#include "mappe-text.h"

/**
 * MappeForm:
 * @rows: by number of the field; %NULL for fields the form leaves out
 * @base: (nullable): what the form was opened with; %NULL when it shows nothing
 * @ruled: field that carries the remark of a broken rule, or -1
 * @focus_row: the row that had the focus last
 * @filling: the rows are being filled, their signals are not the user's
 */
struct _MappeForm {
  GtkBox           parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  MappeFieldRow  **rows;
  MappeRow        *base;
  int              ruled;
  GtkRoot         *root;
  MappeFieldRow   *focus_row;
  gboolean         filling, locked, only_required;
  const int       *only;      /* (nullable): the fields there are, ended by -1 */
  guint            left_out;  /* some of #MappeFieldFlags */
};

enum { CHANGED, LEFT_GROUP, OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeForm, mappe_form, GTK_TYPE_BOX)

/* --- Rules between fields --- */

static void
clear_rule (MappeForm *self)
{
  if (self->ruled >= 0 && self->rows[self->ruled] != NULL)
    mappe_field_row_set_remark (self->rows[self->ruled], NULL);
  self->ruled = -1;
}

static void
show_rule (MappeForm *self, int field, const GError *error)
{
  clear_rule (self);
  if (field < 0 || self->rows[field] == NULL || !g_error_matches (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE))
    return;
  g_autofree char *message = mappe_field_row_explain (self->rows[field], error);
  mappe_field_row_set_remark (self->rows[field], message);
  self->ruled = field;
}

/* The program gives the reference that is left out, so its absence is no fault. */
static gboolean
validate (MappeRow *mine, int *field, GError **error)
{
  g_autoptr (MappeRow) copy = mappe_row_copy (mine);
  if (mappe_row_is_null (copy, MAPPE_FIELD_REFERENCE))
    mappe_row_set_canonical (copy, MAPPE_FIELD_REFERENCE, "?", NULL);
  return mappe_row_validate (copy, field, error);
}

static void
check_rules (MappeForm *self)
{
  int field = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) mine = mappe_form_get_mine (self, &field, &error);
  if (mine != NULL || !g_error_matches (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE))
    clear_rule (self);
  else
    show_rule (self, field, error);
}

/* --- Signals of the rows --- */

static void
changed_cb (MappeForm *self)
{
  if (self->filling || self->base == NULL)
    return;
  check_rules (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
move_cb (MappeForm *self, int direction, MappeFieldRow *from)
{
  int n = (int) self->kind->n_fields;
  /* The reference stands last, although it is the first field. */
  int at = (int) mappe_field_row_get_field (from) == MAPPE_FIELD_REFERENCE ? n : (int) mappe_field_row_get_field (from);
  for (int i = at + direction; i > 0 && i <= n; i += direction)
    {
      MappeFieldRow *row = self->rows[i % n];
      if (row == NULL || mappe_field_row_is_locked (row) || !gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;
      return mappe_field_row_begin_edit (row) || gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

static void
set_if_there (MappeForm *self, const char *name, const char *canonical)
{
  int field = mappe_kind_find_field (self->kind, name);
  if (field >= 0 && self->rows[field] != NULL && canonical != NULL)
    mappe_field_row_set_value (self->rows[field], canonical, NULL);
}

static void
attached_cb (MappeForm *self, MappeFileContent *content, MappeFieldRow *row)
{
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (content->bytes));
  int title = mappe_kind_find_field (self->kind, "title");
  set_if_there (self, "file_name", content->name);
  set_if_there (self, "mime", content->mime);
  set_if_there (self, "bytes", size);
  if (content->facts->n_pages > 0)
    {
      g_autofree char *pages = g_strdup_printf ("%u", content->facts->n_pages);
      set_if_there (self, "pages", pages);
    }
  set_if_there (self, "accessible_pdf", mappe_content_text_is_accessible (content->facts) ? "1" : "0");
  if (title >= 0 && self->rows[title] != NULL && mappe_field_row_get_value (self->rows[title]) == NULL)
    set_if_there (self, "title", content->name);
}

/* --- Focus --- */

static GtkWidget *
group_of (MappeFieldRow *row)
{
  return row != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP) : NULL;
}

static void
focus_cb (MappeForm *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *at = focus != NULL ? gtk_widget_get_ancestor (focus, MAPPE_TYPE_FIELD_ROW) : NULL;
  MappeFieldRow *row = at != NULL && gtk_widget_is_ancestor (at, GTK_WIDGET (self)) ? MAPPE_FIELD_ROW (at) : NULL;
  MappeFieldRow *old = self->focus_row;
  if (row == old)
    return;
  self->focus_row = row;
  if (old == NULL)
    return;
  mappe_field_row_end_edit (old);
  if (group_of (old) != group_of (row))
    g_signal_emit (self, signals[LEFT_GROUP], 0);
}

static void
mappe_form_root (GtkWidget *widget)
{
  MappeForm *self = MAPPE_FORM (widget);
  GTK_WIDGET_CLASS (mappe_form_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_form_unroot (GtkWidget *widget)
{
  MappeForm *self = MAPPE_FORM (widget);
  g_signal_handlers_disconnect_by_func (self->root, focus_cb, self);
  self->root = NULL;
  self->focus_row = NULL;
  GTK_WIDGET_CLASS (mappe_form_parent_class)->unroot (widget);
}

/* --- Building --- */

static void
display_cb (MappeForm *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      mappe_field_row_refresh (self->rows[i]);
}

static gboolean
names_record (const MappeKind *kind, guint field)
{
  for (guint i = 0; kind->title_fields[i] >= 0; i++)
    if (kind->title_fields[i] == (int) field && field != MAPPE_FIELD_REFERENCE)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (MappeForm *self, guint field)
{
  const MappeFieldSpec *spec = &self->kind->fields[field];
  for (const int *only = self->only; only != NULL; only++)
    if (*only < 0 || (guint) *only == field)
      return *only >= 0;
  if (!self->only_required)
    return TRUE;
  return field != MAPPE_FIELD_REFERENCE &&
         (names_record (self->kind, field) || ((spec->flags & MAPPE_FIELD_REQUIRED) != 0 && spec->preset == NULL));
}

static void
add_row (MappeForm *self, AdwPreferencesGroup *group, guint field)
{
  GtkWidget *row = mappe_field_row_new (self->store, self->kind, field);
  self->rows[field] = MAPPE_FIELD_ROW (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  if (MAPPE_IS_FILE_ROW (row))
    g_signal_connect_object (row, "attached", G_CALLBACK (attached_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
add_group (MappeForm *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

/* A heading alone on top says nothing the title above does not say, so the first group may go without. */
static void
build (MappeForm *self)
{
  GtkWidget *group = NULL;
  for (guint i = 1; i < self->kind->n_fields; i++)
    {
      const char *title = self->kind->fields[i].group;
      if (!is_wanted (self, i))
        continue;
      if (self->only_required || self->only != NULL)
        title = NULL;
      if (group == NULL || title != NULL)
        group = add_group (self, title != NULL ? _(title) : NULL);
      add_row (self, ADW_PREFERENCES_GROUP (group), i);
    }
  if (is_wanted (self, MAPPE_FIELD_REFERENCE))
    add_row (self, ADW_PREFERENCES_GROUP (add_group (self, NULL)), MAPPE_FIELD_REFERENCE);
}

static void
mappe_form_dispose (GObject *object)
{
  MappeForm *self = MAPPE_FORM (object);
  g_clear_pointer (&self->base, mappe_row_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_form_parent_class)->dispose (object);
}

static void
mappe_form_finalize (GObject *object)
{
  g_free (MAPPE_FORM (object)->rows);
  G_OBJECT_CLASS (mappe_form_parent_class)->finalize (object);
}

static void
mappe_form_class_init (MappeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_form_finalize;
  GTK_WIDGET_CLASS (klass)->root = mappe_form_root;
  GTK_WIDGET_CLASS (klass)->unroot = mappe_form_unroot;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] =
      g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT_GROUP] =
      g_signal_new ("left-group", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mappe_form_init (MappeForm *self)
{
  self->ruled = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

static GtkWidget *
create (MappeStore *store, const MappeKind *kind, gboolean only_required, const int *only)
{
  MappeForm *self = g_object_new (MAPPE_TYPE_FORM, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->only_required = only_required;
  self->only = only;
  self->rows = g_new0 (MappeFieldRow *, kind->n_fields);
  self->locked = mappe_store_get_state (store) != MAPPE_STORE_WRITABLE;
  build (self);
  g_signal_connect_object (mappe_display_get (store), "changed", G_CALLBACK (display_cb), self, G_CONNECT_SWAPPED);
  mappe_form_clear (self);
  return GTK_WIDGET (self);
}

/**
 * mappe_form_new:
 * @store: the store
 * @kind: a kind
 *
 * Returns: (transfer floating): a form with all fields of @kind that shows nothing yet; one serves for all records
 */
GtkWidget *
mappe_form_new (MappeStore *store, const MappeKind *kind)
{
  return create (store, kind, FALSE, NULL);
}

/** mappe_form_new_short: Returns: (transfer floating): a form with the fields a new record cannot do without */
GtkWidget *
mappe_form_new_short (MappeStore *store, const MappeKind *kind)
{
  return create (store, kind, TRUE, NULL);
}

/**
 * mappe_form_new_part:
 * @fields: (array zero-terminated=0): numbers of fields, ended by -1; stay for ever
 *
 * Returns: (transfer floating): a form with these fields only; the others keep what the row says that it shows
 */
GtkWidget *
mappe_form_new_part (MappeStore *store, const MappeKind *kind, const int *fields)
{
  return create (store, kind, FALSE, fields);
}

/** mappe_form_get_kind: Returns: kind of the records the form is for */
const MappeKind *
mappe_form_get_kind (MappeForm *self)
{
  return self->kind;
}

/** mappe_form_get_row: Returns: (transfer none) (nullable): the row of field number @field */
MappeFieldRow *
mappe_form_get_row (MappeForm *self, guint field)
{
  return self->rows[field];
}

/* Whether another field makes this one pointless. Something that was written in it all the same is never hidden. */
static gboolean
is_pointless (MappeForm *self, guint field)
{
  const char *name = self->kind->fields[field].unless;
  int other = name != NULL ? mappe_kind_find_field (self->kind, name) : -1;

  if (other < 0 || self->base == NULL || !mappe_row_is_null (self->base, field)
      || mappe_field_row_is_dirty (self->rows[field]))
    return FALSE;
  if (self->rows[other] != NULL)
    return g_strcmp0 (mappe_field_row_get_value (self->rows[other]), "1") == 0;
  return mappe_row_get_int (self->base, (guint) other) != 0;
}

static void
show_wanted (MappeForm *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), (self->kind->fields[i].flags & self->left_out) == 0
                                                            && !is_pointless (self, i));
}

/**
 * mappe_form_leave_out:
 * @self: the form
 * @flags: some of #MappeFieldFlags
 *
 * Hides the fields with any of @flags; they keep their values.
 */
void
mappe_form_leave_out (MappeForm *self, guint flags)
{
  self->left_out |= flags;
  show_wanted (self);
}

/* --- What is shown --- */

static void
apply_locks (MappeForm *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      mappe_field_row_set_locked (self->rows[i], self->locked || self->base == NULL);
}

static void
name_file (MappeForm *self)
{
  int name = mappe_kind_find_field (self->kind, "file_name");
  for (guint i = 0; name >= 0 && i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && MAPPE_IS_FILE_ROW (self->rows[i]))
      mappe_file_row_set_file_name (MAPPE_FILE_ROW (self->rows[i]),
                                    self->base != NULL ? mappe_row_get_text (self->base, (guint) name) : NULL);
}

/**
 * mappe_form_show:
 * @self: the form
 * @row: the row as loaded, or a new one
 * @shown: (nullable) (array length=n_fields): titles of the records referred to
 *
 * Opens @row. Input not saved is gone: save it or keep it as a draft before.
 */
void
mappe_form_show (MappeForm *self, MappeRow *row, char **shown)
{
  g_return_if_fail (row->kind == self->kind);
  self->filling = TRUE;
  clear_rule (self);
  g_clear_pointer (&self->base, mappe_row_unref);
  self->base = mappe_row_copy (row);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      {
        g_autofree char *canonical = mappe_row_get_canonical (row, i);
        mappe_field_row_set_base (self->rows[i], canonical, shown != NULL ? shown[i] : NULL);
      }
  name_file (self);
  show_wanted (self);
  apply_locks (self);
  self->filling = FALSE;
  g_signal_emit (self, signals[OPENED], 0);
}

/** mappe_form_clear: Shows nothing; nothing can be typed. The rows keep their texts, so that nothing flickers. */
void
mappe_form_clear (MappeForm *self)
{
  self->filling = TRUE;
  clear_rule (self);
  g_clear_pointer (&self->base, mappe_row_unref);
  apply_locks (self);
  self->filling = FALSE;
}

/** mappe_form_get_base: Returns: (transfer none) (nullable): what the form was opened with */
MappeRow *
mappe_form_get_base (MappeForm *self)
{
  return self->base;
}

/** mappe_form_get_id: Returns: id of the record on show; 0 for a new one, -1 when the form shows nothing */
gint64
mappe_form_get_id (MappeForm *self)
{
  return self->base != NULL ? self->base->id : -1;
}

/* The base of a field stays what it was while somebody else's change to it is not decided: the store compares. */
static gboolean
is_undecided (MappeForm *self, guint field, const MappeRow *theirs)
{
  MappeFieldRow *row = self->rows[field];
  g_autofree char *canonical = mappe_row_get_canonical (theirs, field);
  return row != NULL && mappe_field_row_is_dirty (row) &&
         g_strcmp0 (canonical, mappe_field_row_get_base (row)) != 0 &&
         (mappe_field_row_get_typed (row) != NULL || g_strcmp0 (canonical, mappe_field_row_get_value (row)) != 0);
}

/** mappe_form_is_undecided: Returns: whether field number @field was changed here and, otherwise, in @theirs */
gboolean
mappe_form_is_undecided (MappeForm *self, guint field, MappeRow *theirs)
{
  return is_undecided (self, field, theirs);
}

/**
 * mappe_form_rebase:
 * @self: the form
 * @theirs: the same record as it is in the file now
 * @shown: (nullable) (array length=n_fields): titles of the records referred to
 *
 * @decided: the user has seen the values of both sides, so input is based on @theirs from here
 *
 * Takes over what changed in the file, field by field. Fields with input that were changed there as well keep their
 * input and, unless @decided, what it was based on, so that saving asks.
 *
 * Returns: number of fields that saving will ask about
 */
guint
mappe_form_rebase (MappeForm *self, MappeRow *theirs, char **shown, gboolean decided)
{
  guint undecided = 0;
  g_return_val_if_fail (self->base != NULL && theirs->kind == self->kind, 0);
  g_autoptr (MappeRow) base = mappe_row_copy (theirs);
  self->filling = TRUE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!decided && is_undecided (self, i, theirs))
      {
        mappe_value_copy (&base->values[i], &self->base->values[i]);
        undecided++;
      }
    else if (self->rows[i] != NULL)
      {
        g_autofree char *canonical = mappe_row_get_canonical (theirs, i);
        mappe_field_row_rebase (self->rows[i], canonical, shown != NULL ? shown[i] : NULL);
      }
  if (undecided > 0)
    base->version = self->base->version;
  g_clear_pointer (&self->base, mappe_row_unref);
  self->base = g_steal_pointer (&base);
  name_file (self);
  show_wanted (self);
  self->filling = FALSE;
  check_rules (self);
  return undecided;
}

/**
 * mappe_form_saved:
 * @self: the form
 * @saved: what mappe_form_get_mine() gave and the store took
 *
 * What was saved is the new base. Typing may have gone on meanwhile: that input stays, and counts from here.
 */
void
mappe_form_saved (MappeForm *self, MappeRow *saved)
{
  g_return_if_fail (self->base != NULL && saved->kind == self->kind);
  self->filling = TRUE;
  g_clear_pointer (&self->base, mappe_row_unref);
  self->base = mappe_row_copy (saved);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && mappe_field_row_is_dirty (self->rows[i]))
      {
        g_autofree char *canonical = mappe_row_get_canonical (saved, i);
        g_autofree char *shown = g_strdup (mappe_field_row_get_shown (self->rows[i]));
        mappe_field_row_rebase (self->rows[i], canonical, shown);
      }
  self->filling = FALSE;
}

/* --- Input --- */

/** mappe_form_is_dirty: Returns: whether there is input that is not saved */
gboolean
mappe_form_is_dirty (MappeForm *self)
{
  for (guint i = 0; self->base != NULL && i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && mappe_field_row_is_dirty (self->rows[i]))
      return TRUE;
  return FALSE;
}

/**
 * mappe_form_get_mine:
 * @self: the form
 * @field: (out): number of the field at fault, or -1
 * @error: return location for a #MappeRecordError or #MappeBaseError
 *
 * Returns: (transfer full) (nullable): the record as edited, with id and version of the row the form was opened with;
 * %NULL when it cannot be saved as it is
 */
MappeRow *
mappe_form_get_mine (MappeForm *self, int *field, GError **error)
{
  g_return_val_if_fail (self->base != NULL, NULL);
  g_autoptr (MappeRow) mine = mappe_row_copy (self->base);
  *field = -1;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      MappeFieldRow *row = self->rows[i];
      if (row == NULL)
        continue;
      *field = (int) i;
      if (mappe_field_row_get_fault (row) != NULL)
        {
          g_propagate_error (error, g_error_copy (mappe_field_row_get_fault (row)));
          return NULL;
        }
      if (!mappe_row_set_canonical (mine, i, mappe_field_row_get_value (row), error))
        return NULL;
    }
  *field = -1;
  return validate (mine, field, error) ? g_steal_pointer (&mine) : NULL;
}

static void
add_blobs (MappeForm *self, MappeEdit *edit)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && MAPPE_IS_FILE_ROW (self->rows[i]))
      {
        GBytes *content = mappe_file_row_get_content (MAPPE_FILE_ROW (self->rows[i]));
        if (content != NULL)
          g_free (mappe_edit_add_blob (edit, content));
      }
}

/**
 * mappe_form_make_edit:
 * @self: the form
 * @label: what the step does
 * @field: (out): number of the field at fault, or -1
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the edit that saves the input; it does not change any more when the form goes
 * on to another record
 */
MappeEdit *
mappe_form_make_edit (MappeForm *self, const char *label, int *field, GError **error)
{
  g_autoptr (MappeEdit) edit = NULL;
  g_autoptr (MappeRow) mine = mappe_form_get_mine (self, field, error);
  if (mine == NULL)
    return NULL;
  edit = mappe_edit_new (label);
  add_blobs (self, edit);
  if (mine->id == 0)
    mappe_edit_insert (edit, g_steal_pointer (&mine));
  else
    mappe_edit_update (edit, mappe_row_copy (self->base), g_steal_pointer (&mine));
  return g_steal_pointer (&edit);
}

static void
put_draft (MappeForm *self, MappeDraft *draft, guint field)
{
  MappeFieldRow *row = self->rows[field];
  const char *name = self->kind->fields[field].name;
  const char *base = mappe_field_row_get_base (row), *value = mappe_field_row_get_value (row);
  const char *uri = MAPPE_IS_FILE_ROW (row) ? mappe_file_row_get_uri (MAPPE_FILE_ROW (row)) : NULL;
  g_hash_table_insert (draft->base, g_strdup (name), g_strdup (base != NULL ? base : ""));
  if (uri != NULL)
    g_hash_table_insert (draft->typed, g_strdup (name), g_strdup (uri));
  else if (mappe_field_row_get_typed (row) != NULL)
    g_hash_table_insert (draft->typed, g_strdup (name), g_strdup (mappe_field_row_get_typed (row)));
  else
    g_hash_table_insert (draft->input, g_strdup (name), g_strdup (value != NULL ? value : ""));
  if (mappe_field_row_get_shown (row) != NULL)
    g_hash_table_insert (draft->shown, g_strdup (name), g_strdup (mappe_field_row_get_shown (row)));
}

/** mappe_form_get_draft: Returns: (transfer full): the input that is not saved */
MappeDraft *
mappe_form_get_draft (MappeForm *self)
{
  g_return_val_if_fail (self->base != NULL, NULL);
  MappeDraft *draft = mappe_draft_new (self->base);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && mappe_field_row_is_dirty (self->rows[i]))
      put_draft (self, draft, i);
  return draft;
}

static void
apply_text (MappeForm *self, MappeFieldRow *row, const MappeDraft *draft)
{
  const char *name = mappe_field_row_get_spec (row)->name;
  const char *input = g_hash_table_lookup (draft->input, name);
  const char *typed = g_hash_table_lookup (draft->typed, name);
  if (typed != NULL && MAPPE_IS_FILE_ROW (row))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (typed);
      mappe_file_row_attach (MAPPE_FILE_ROW (row), file);
    }
  else if (typed != NULL)
    {
      mappe_field_row_set_typed (row, typed);
      if (mappe_field_row_get_typed (row) != NULL)
        mappe_field_row_begin_edit (row);
    }
  else if (input != NULL)
    mappe_field_row_set_value (row, input, g_hash_table_lookup (draft->shown, name));
}

/* A draft made against an older version keeps its base, so that a field changed meanwhile asks when saved. */
static void
apply_base (MappeForm *self, const MappeDraft *draft, guint field)
{
  MappeFieldRow *row = self->rows[field];
  const char *base = g_hash_table_lookup (draft->base, self->kind->fields[field].name);
  if (base == NULL || self->base->id == 0 || draft->version == self->base->version)
    return;
  g_autofree char *shown = g_strdup (mappe_field_row_get_shown (row));
  mappe_field_row_rebase (row, base, shown);
  mappe_row_set_canonical (self->base, field, base, NULL);
}

/* Saved in the last moment, when there was no time to remove the draft. */
static gboolean
is_saved (MappeForm *self, const MappeDraft *draft, guint field)
{
  const char *input = g_hash_table_lookup (draft->input, self->kind->fields[field].name);
  const char *present = mappe_field_row_get_base (self->rows[field]);
  return input != NULL && g_str_equal (input, present != NULL ? present : "");
}

/**
 * mappe_form_apply_draft:
 * @self: the form, showing the record of @draft
 * @draft: input from before
 */
void
mappe_form_apply_draft (MappeForm *self, const MappeDraft *draft)
{
  g_return_if_fail (self->base != NULL && draft->kind == self->kind && draft->id == self->base->id);
  self->filling = TRUE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && !is_saved (self, draft, i))
      {
        apply_base (self, draft, i);
        apply_text (self, self->rows[i], draft);
      }
  if (self->base->id != 0)
    self->base->version = MIN (draft->version, self->base->version);
  self->filling = FALSE;
  changed_cb (self);
}

/** mappe_form_discard: Goes back to what the form was opened with. */
void
mappe_form_discard (MappeForm *self)
{
  self->filling = TRUE;
  clear_rule (self);
  for (guint i = 0; self->base != NULL && i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL &&
        (mappe_field_row_is_dirty (self->rows[i]) || mappe_field_row_is_editing (self->rows[i])))
      {
        g_autofree char *base = g_strdup (mappe_field_row_get_base (self->rows[i]));
        g_autofree char *shown = g_strdup (mappe_field_row_get_base_shown (self->rows[i]));
        mappe_field_row_set_base (self->rows[i], base, shown);
      }
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/** mappe_form_show_faults: Shows all faults and goes to field number @field, -1 for none: after an attempt to save. */
void
mappe_form_show_faults (MappeForm *self, int field)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      mappe_field_row_show_faults (self->rows[i]);
  if (field >= 0 && self->rows[field] != NULL && !mappe_field_row_begin_edit (self->rows[field]))
    gtk_widget_grab_focus (GTK_WIDGET (self->rows[field]));
}

/* What was begun for the user (a patrol of a cell) may be complete: then no optional field is asked for first. */
static gboolean
lacks_something (MappeForm *self)
{
  for (guint i = 1; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && (self->kind->fields[i].flags & MAPPE_FIELD_REQUIRED)
        && mappe_field_row_get_value (self->rows[i]) == NULL)
      return TRUE;
  return FALSE;
}

/**
 * mappe_form_begin_edit:
 * @self: the form
 *
 * Begins with the row that has the focus, else with the first one; in a new record that still lacks something with the
 * first that is empty.
 *
 * Returns: whether a row is in edit now
 */
gboolean
mappe_form_begin_edit (MappeForm *self)
{
  gboolean fresh = self->base != NULL && self->base->id == 0 && lacks_something (self);
  if (self->focus_row != NULL && mappe_field_row_begin_edit (self->focus_row))
    return TRUE;
  for (guint i = 1; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && !(fresh && mappe_field_row_get_value (self->rows[i]) != NULL) &&
        mappe_field_row_begin_edit (self->rows[i]))
      return TRUE;
  return FALSE;
}

/** mappe_form_end_edit: Goes back to reading. */
void
mappe_form_end_edit (MappeForm *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      mappe_field_row_end_edit (self->rows[i]);
}
