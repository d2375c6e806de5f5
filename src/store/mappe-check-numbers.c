/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check-private.h"

#include "mappe-decision.h"
#include "mappe-numbering.h"
#include "mappe-store-private.h"

/* Numbers of decisions are without gaps per body and year; the rule itself is mappe_decision_number_gaps(). */

/* The decisions of one body. */
typedef struct {
  MappeCheck   *check;
  gint64        body_id;  /* 0: none yet */
  char         *body;     /* (nullable): its reference */
  GStrvBuilder *numbers;
  GHashTable   *ids;      /* "KPR 2026/08" → id of the first decision with that number */
} Series;

static char *
usual_form (const MappeDecisionNumber *number)
{
  return mappe_decision_number_format (number->prefix, number->year, number->serial);
}

static void
add_finding (Series *self, gint64 id, const char *detail)
{
  g_autofree char *reference = mappe_rows_reference_of (self->check->conn, &mappe_decision_kind, id, NULL);

  mappe_check_add (self->check, "numbering", &mappe_decision_kind, id, reference, MAPPE_DECISION_NUMBER, "%s", detail);
}

static void
take_number (Series *self, gint64 id, const char *text)
{
  g_auto (MappeDecisionNumber) number = { 0 };
  g_autofree char *form = NULL;
  g_autofree char *detail = NULL;

  if (!mappe_decision_number_parse (text, &number))
    return;
  g_strv_builder_add (self->numbers, text);
  form = usual_form (&number);
  if (!g_hash_table_contains (self->ids, form))
    {
      g_hash_table_insert (self->ids, g_steal_pointer (&form), g_memdup2 (&id, sizeof id));
      return;
    }
  detail = g_strdup_printf ("the number %s is given twice", form);
  add_finding (self, id, detail);
}

/* A gap of several numbers is one finding, at the decision that follows it. */
static void
check_gaps (Series *self)
{
  g_auto (GStrv) numbers = g_strv_builder_end (self->numbers);
  g_autoptr (GPtrArray) gaps = mappe_decision_number_gaps ((const char *const *) numbers);
  const char *first = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      g_auto (MappeDecisionNumber) number = { 0 };
      g_autofree char *next = NULL;
      g_autofree char *detail = NULL;
      const gint64 *id;

      first = first != NULL ? first : g_ptr_array_index (gaps, i);
      if (!mappe_decision_number_parse (g_ptr_array_index (gaps, i), &number))
        continue;
      number.serial++;
      next = usual_form (&number);
      id = g_hash_table_lookup (self->ids, next);
      if (id == NULL)
        continue;
      detail = g_strdup_printf ("%s is missing before %s (body %s)", first, next,
                                self->body != NULL ? self->body : "?");
      add_finding (self, *id, detail);
      first = NULL;
    }
}

static void
series_begin (Series *self, gint64 body_id, const char *body)
{
  self->body_id = body_id;
  g_free (self->body);
  self->body = g_strdup (body);
  g_clear_pointer (&self->numbers, g_strv_builder_unref);
  self->numbers = g_strv_builder_new ();
  g_hash_table_remove_all (self->ids);
}

static void
series_clear (Series *self)
{
  g_free (self->body);
  g_clear_pointer (&self->numbers, g_strv_builder_unref);
  g_hash_table_unref (self->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/** mappe_check_numbers: Returns: whether the numbers could be read */
gboolean
mappe_check_numbers (MappeCheck *check, GError **error)
{
  g_auto (Series) series = { check, 0, NULL, NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  MappeStmt *stmt = mappe_conn_prepare (check->conn,
                                        "SELECT b.id, b.reference, d.id, d.number FROM decision AS d"
                                        " JOIN agenda_item AS i ON i.id = d.agenda_item"
                                        " JOIN meeting AS m ON m.id = i.meeting JOIN body AS b ON b.id = m.body"
                                        " WHERE d.number IS NOT NULL ORDER BY b.id, d.id", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (series.body_id != 0 && (!has_row || series.body_id != mappe_stmt_get_int (stmt, 0)))
        check_gaps (&series);
      if (!has_row)
        break;
      if (series.body_id != mappe_stmt_get_int (stmt, 0))
        series_begin (&series, mappe_stmt_get_int (stmt, 0), mappe_stmt_get_text (stmt, 1));
      take_number (&series, mappe_stmt_get_int (stmt, 2), mappe_stmt_get_text (stmt, 3));
    }
  return stmt != NULL;
}
