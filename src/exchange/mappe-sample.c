/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-config.h"
#include "mappe-council.h"
#include "mappe-csv.h"
#include "mappe-document.h"
#include "mappe-paper.h"

typedef struct {
  const char *file;
  const char *kind;
} SampleFile;

/* Each after those that its rows refer to. The code lists are missing: every new council file has them. */
static const SampleFile files[] = {
  { "bodies", "body" },
  { "organisations", "organisation" },
  { "members", "person" },
  { "memberships", "membership" },
  { "agreements", "agreement" },
  { "areas", "area" },
  { "prevention_programmes", "prevention-programme" },
  { "programme_factors", "programme-factor" },
  { "projects", "project" },
  { "project_partners", "project-partner" },
  { "project_factors", "project-factor" },
  { "measures", "measure" },
  { "agreement_clauses", "agreement-clause" },
  { "indicators", "indicator" },
  { "indicator_values", "indicator-value" },
  { "survey_results", "survey-result" },
  { "series_marks", "series-mark" },
  { "goals", "measure-goal" },
  { "project_finance", "finance-line" },
  { "meetings", "meeting" },
  { "agenda_items", "agenda-item" },
  { "attendance", "attendance" },
  { "guests", "guest" },
  { "motions", "motion" },
  { "decisions", "decision" },
  { "roll_call_votes", "roll-call-vote" },
  { "conflict_declarations", "conflict-declaration" },
  { "statements", "statement" },
  { "objections", "objection" },
  { "tasks", "task" },
  { "gate_answers", "gate-answer" },
  { "event_series", "event-series" },
  { "events", "event" },
  { "event_areas", "event-area" },
  { "event_consents", "event-consent" },
  { "deployment_plan_items", "deployment-plan-item" },
  { "debrief_findings", "debrief-finding" },
  { "event_checks", "event-check" },
  { "road_closures", "road-closure" },
  { "patrols", "patrol" },
  { "site_audits", "site-audit" },
  { "site_audit_scores", "site-audit-score" },
  { "participation_events", "participation-event" },
  { "citizen_inputs", "citizen-input" },
  { "volunteer_programmes", "volunteer-programme" },
  { "volunteer_quarters", "volunteer-quarter" },
  { "volunteers", "volunteer" },
  { "funding_programmes", "funding-programme" },
  { "funding_applications", "funding-application" },
  { "funding_payments", "funding-payment" },
  { "application_papers", "application-paper" },
  { "best_practice_profiles", "best-practice-profile" },
  { "transfers", "transfer" },
  { "transfer_conditions", "transfer-condition" },
  { "agreement_reviews", "agreement-review" },
  { "clause_reviews", "clause-review" },
  { "escalation_contacts", "escalation-contact" },
  { "minutes", "minutes" },
  { "documents", "document" },
};

/* A column with several references in a cell: each becomes a record of its own. */
typedef struct {
  const char *heading;
  const char *kind;
  const char *owner;   /* field that holds the record of the row */
  const char *target;  /* field that holds the record referred to */
} SampleLink;

static const SampleLink links[] = {
  { "party_org_ids", "agreement-party", "agreement", "organisation" },
  { "responsible_org_ids", "clause-responsible", "clause", "organisation" },
  { "measure_ids", "clause-measure", "clause", "measure" },
  { "agenda_item_ids", "guest-item", "guest", "agenda_item" },
  { "support_org_ids", "closure-support", "closure", "organisation" },
  { "org_ids", "audit-organisation", "audit", "organisation" },
  { "excluded_member_ids", "decision-exclusion", "decision", "person" },
};

/* The demo council in its two languages; it speaks the language of the file, not that of the user. */
typedef struct {
  const char *language;
  const char *label;
  const char *name;
  const char *state;
} SampleCouncil;

static const SampleCouncil councils[] = {
  { "de", "Beispielrat angelegt", "Kriminalpräventiver Rat Musterhausen", "Rheinland-Pfalz" },
  { "en", "Demo council created", "Crime prevention council Musterhausen", "Rhineland-Palatinate" },
};

typedef struct {
  int               field;   /* or -1 */
  const SampleLink *link;    /* or NULL */
  gboolean          other;   /* in the language that is not wanted: taken where the wanted one is empty */
} Column;

typedef struct {
  const SampleCouncil *council;
  MappeEdit           *edit;
  GHashTable          *known;   /* "kind reference" → gint64 that stands for the record in the edit */
  GPtrArray           *places;  /* "file:line" of each record, in the order of insertion */
  GPtrArray           *rows;    /* or NULL; gets the records instead of the edit */
} Loader;

/* One file while it is read. */
typedef struct {
  const MappeKind *kind;
  MappeCsvReader  *reader;
  GArray          *columns;
  GStrv            headings;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->reader, mappe_csv_reader_free);
  g_clear_pointer (&table->columns, g_array_unref);
  g_clear_pointer (&table->headings, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static char *
place_of (MappeCsvReader *reader)
{
  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT, mappe_csv_reader_name (reader), mappe_csv_reader_line (reader));
}

static char *
key_of (const char *kind, const char *reference)
{
  return g_strconcat (kind, " ", reference, NULL);
}

static const SampleLink *
find_link (const char *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].heading, heading))
      return &links[i];
  return NULL;
}

static gboolean
has_language (const char *heading)
{
  return g_str_has_suffix (heading, "_de") || g_str_has_suffix (heading, "_en");
}

static gboolean
plan_column (Loader *loader, Table *table, const char *heading, GError **error)
{
  Column column = { .field = mappe_kind_find_field (table->kind, heading), .link = find_link (heading) };

  if (column.field < 0 && column.link == NULL && has_language (heading))
    {
      g_autofree char *name = g_strndup (heading, strlen (heading) - 3);

      column.field = mappe_kind_find_field (table->kind, name);
      column.other = !g_str_has_suffix (heading, loader->council->language);
    }
  g_array_append_val (table->columns, column);
  if (column.field >= 0 || column.link != NULL)
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_INVALID, _("%s: the column “%s” is unknown"),
               mappe_csv_reader_name (table->reader), heading);
  return FALSE;
}

static gboolean
open_table (Loader *loader, Table *table, const char *folder, const SampleFile *file, GError **error)
{
  g_autofree char *name = g_strconcat (file->file, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char * const *headings;

  table->kind = mappe_kind_lookup (file->kind, error);
  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  table->reader = mappe_csv_reader_open (path, ',', error);
  if (table->kind == NULL || table->reader == NULL)
    return FALSE;
  headings = mappe_csv_reader_next (table->reader, error);
  if (headings == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_INVALID, _("%s: the file is empty"), name);
      return FALSE;
    }
  table->headings = g_strdupv ((char **) headings);
  for (guint i = 0; table->headings[i] != NULL; i++)
    if (!plan_column (loader, table, table->headings[i], error))
      return FALSE;
  return TRUE;
}

/* --- rows --- */

static gboolean
set_reference (Loader *loader, MappeRow *row, guint field, const char *reference, GError **error)
{
  const char *target = row->kind->fields[field].target;
  g_autofree char *key = key_of (target, reference);
  const gint64 *id = g_hash_table_lookup (loader->known, key);

  if (id == NULL)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFERENCE, _("there is no %s “%s” above it"),
                   target, reference);
      return FALSE;
    }
  mappe_value_set_int (&row->values[field], *id);
  return TRUE;
}

static gboolean
set_cell (Loader *loader, MappeRow *row, guint field, const char *cell, GError **error)
{
  if (row->kind->fields[field].type == MAPPE_FIELD_REF)
    return set_reference (loader, row, field, cell, error);
  return mappe_row_set_canonical (row, field, cell, error);
}

/* The other language first, so that the wanted one replaces it where it has a text. */
static gboolean
fill_row (Loader *loader, Table *table, MappeRow *row, const char * const *cells, GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        const Column *column = &g_array_index (table->columns, Column, i);

        if (column->field < 0 || column->other == (pass == 1) || *cells[i] == '\0')
          continue;
        if (!set_cell (loader, row, (guint) column->field, cells[i], error))
          {
            g_autofree char *place = place_of (table->reader);

            g_prefix_error (error, "%s: %s: ", place, table->headings[i]);
            return FALSE;
          }
      }
  return TRUE;
}

static gint64
insert (Loader *loader, Table *table, MappeRow *row)
{
  const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
  gint64 id;
  g_autofree char *key = NULL;

  if (loader->rows != NULL)
    {
      g_ptr_array_add (loader->rows, row);
      return 0;
    }
  key = reference != NULL ? key_of (row->kind->name, reference) : NULL;

  id = mappe_edit_insert (loader->edit, row);
  g_ptr_array_add (loader->places, table != NULL ? place_of (table->reader) : g_strdup (""));
  if (key != NULL)
    g_hash_table_insert (loader->known, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return id;
}

static gboolean
insert_link (Loader *loader, Table *table, const SampleLink *link, gint64 owner, const char *reference,
             GError **error)
{
  const MappeKind *kind = mappe_kind_lookup (link->kind, NULL);
  g_autoptr (MappeRow) row = mappe_row_new_preset (kind);

  mappe_value_set_int (&row->values[mappe_kind_find_field (kind, link->owner)], owner);
  if (!set_reference (loader, row, (guint) mappe_kind_find_field (kind, link->target), reference, error))
    {
      g_autofree char *place = place_of (table->reader);

      g_prefix_error (error, "%s: %s: ", place, link->heading);
      return FALSE;
    }
  insert (loader, table, g_steal_pointer (&row));
  return TRUE;
}

static gboolean
insert_links (Loader *loader, Table *table, gint64 owner, const char * const *cells, GError **error)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      g_auto (GStrv) references = column->link != NULL ? g_strsplit (cells[i], ";", -1) : NULL;

      for (guint n = 0; references != NULL && references[n] != NULL; n++)
        if (!insert_link (loader, table, column->link, owner, references[n], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_new (Loader *loader, Table *table, const MappeRow *row, GError **error)
{
  const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
  g_autofree char *key = reference != NULL ? key_of (row->kind->name, reference) : NULL;
  g_autofree char *place = place_of (table->reader);

  if (key == NULL || !g_hash_table_contains (loader->known, key))
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DUPLICATE,
               _("%s: the reference “%s” stands above already"), place, reference);
  return FALSE;
}

/* The sample names files that do not exist: a sheet with the title takes their place, and size and number of pages
 * are those of the sheet. */
static void
add_content (Loader *loader, MappeRow *row)
{
  const char *language = mappe_row_get_text (row, MAPPE_DOCUMENT_LANGUAGE);
  g_autoptr (GBytes) paper =
      mappe_paper_write (mappe_row_get_text (row, MAPPE_DOCUMENT_TITLE), loader->council->name,
                         language != NULL ? language : loader->council->language);

  mappe_value_take_text (&row->values[MAPPE_DOCUMENT_CONTENT], mappe_edit_add_blob (loader->edit, paper));
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_BYTES], (gint64) g_bytes_get_size (paper));
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_PAGES], 1);
}

static gboolean
load_row (Loader *loader, Table *table, const char * const *cells, GError **error)
{
  g_autoptr (MappeRow) row = mappe_row_new_preset (table->kind);
  gint64 id;

  /* An empty cell of the sample means unknown, also where a new record would start with a preset. */
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, Column, i).field >= 0)
      mappe_value_clear (&row->values[g_array_index (table->columns, Column, i).field]);
  if (!fill_row (loader, table, row, cells, error) || !check_new (loader, table, row, error))
    return FALSE;
  if (table->kind == &mappe_document_kind && !mappe_row_is_null (row, MAPPE_DOCUMENT_TITLE))
    add_content (loader, row);
  id = insert (loader, table, g_steal_pointer (&row));
  return insert_links (loader, table, id, cells, error);
}

static gboolean
load_file (Loader *loader, const char *folder, const SampleFile *file, GError **error)
{
  g_auto (Table) table = { 0 };
  g_autoptr (GError) cause = NULL;
  const char * const *cells;

  if (!open_table (loader, &table, folder, file, error))
    return FALSE;
  while ((cells = mappe_csv_reader_next (table.reader, &cause)) != NULL)
    if (!load_row (loader, &table, cells, error))
      return FALSE;
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
insert_council (Loader *loader)
{
  MappeRow *row = mappe_row_new_preset (&mappe_council_kind);

  mappe_value_set_text (&row->values[MAPPE_COUNCIL_NAME], loader->council->name);
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_TOWN], "Musterhausen");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_STATE], loader->council->state);
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_LANGUAGE], loader->council->language);
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_ADDRESS], "Musterstraße 1\n00000 Musterhausen");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_EMAIL], "praeventionsrat@musterhausen.example");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_PHONE], "+49 69 90009 199");
  insert (loader, NULL, row);
}

/* Records are in the edit in the order of their places, so the number of those that went in tells the next one. */
static gboolean
save (Loader *loader, MappeStore *store, GError **error)
{
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) outcome = mappe_store_apply (store, g_steal_pointer (&loader->edit), &fault, error);

  if (outcome == NULL && fault != NULL && fault->n_inserted < (gint64) loader->places->len)
    g_prefix_error (error, "%s: ", (char *) g_ptr_array_index (loader->places, (guint) fault->n_inserted));
  return outcome != NULL;
}

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->edit, mappe_edit_free);
  g_clear_pointer (&loader->known, g_hash_table_unref);
  g_clear_pointer (&loader->places, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static gboolean
is_built_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, MAPPE_BUILD_ROOT G_DIR_SEPARATOR_S);
}

/**
 * mappe_sample_find_folder:
 *
 * Returns: (transfer full): the folder of the demo council: the installed one, or that of the source for a program
 * run from the build folder
 */
char *
mappe_sample_find_folder (void)
{
  return g_build_filename (is_built_program () ? MAPPE_SOURCE_DATADIR : MAPPE_PKGDATADIR, "sample", NULL);
}

/**
 * mappe_sample_load:
 * @store: a new council file
 * @folder: see mappe_sample_find_folder()
 * @language: "de" or "en"; other languages get the English council
 * @error: return location for a #MappeStoreError, #MappeCsvError or #GIOErrorEnum; the message names file and line
 *
 * Fills @store with the demo council, all of it or nothing. Undo does not take it back.
 *
 * Returns: whether it was saved
 */
gboolean
mappe_sample_load (MappeStore *store, const char *folder, const char *language, GError **error)
{
  g_auto (Loader) loader = { .council = &councils[g_strcmp0 (language, "de") == 0 ? 0 : 1] };

  loader.edit = mappe_edit_new_base (loader.council->label);
  loader.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  loader.places = g_ptr_array_new_with_free_func (g_free);
  insert_council (&loader);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!load_file (&loader, folder, &files[i], error))
      return FALSE;
  return save (&loader, store, error);
}

/**
 * mappe_sample_funding_programmes:
 * @folder: see mappe_sample_find_folder()
 * @language: "de" or "en"
 *
 * Returns: (transfer full) (nullable) (element-type MappeRow): the funding programmes of the demo council, which are
 *   real ones with their source: examples for any council
 */
GPtrArray *
mappe_sample_funding_programmes (const char *folder, const char *language, GError **error)
{
  g_auto (Loader) loader = { .council = &councils[g_strcmp0 (language, "de") == 0 ? 0 : 1] };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  loader.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  loader.rows = rows;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].kind, "funding-programme") && !load_file (&loader, folder, &files[i], error))
      return NULL;
  return g_steal_pointer (&rows);
}
