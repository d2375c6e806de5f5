/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-clause-review.h"
#include "mappe-date.h"
#include "mappe-language.h"
#include "mappe-review.h"

/* The review of an agreement, clause by clause, with the evidence that the data holds. */

typedef struct {
  gint64      agreement;
  int         year;
  const char *today;
} Wanted;

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_review_load (snapshot, wanted->agreement, wanted->year, wanted->today, NULL, error);
}

static const char *
label_of (const MappeReview *review, const char *list, const char *code)
{
  const char *label = code != NULL ? mappe_codes_label (review->codes, list, code, mappe_language_is_german (NULL))
                                   : NULL;

  return label != NULL ? label : code != NULL ? code : "";
}

static void
append_line (GString *out, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "  %s: %s\n", name, text);
}

static void
append_clause (GString *out, const MappeReview *review, const MappeReviewClause *clause)
{
  const MappeRow *row = clause->clause;
  const char *number = mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_NUMBER);
  gboolean anchored = mappe_row_get_int (row, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR) != 0;
  const char *roster = mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_REF);
  const char *remark = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_REMARK) : NULL;

  g_string_append_printf (out, "\n%s %s [%s]\n",
                          number != NULL ? number : mappe_row_get_text (row, MAPPE_FIELD_REFERENCE),
                          label_of (review, "clause_topic", mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_TOPIC)),
                          label_of (review, "fulfilment", mappe_review_fulfilment (clause)));
  append_line (out, _("Duty"), mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_OBLIGATION));
  append_line (out, _("Responsible"), clause->offices);
  append_line (out, _("Duty roster"), !anchored ? _("not anchored") : roster != NULL ? roster : _("anchored"));
  append_line (out, _("Measures"), clause->measures);
  append_line (out, _("Evidence"), clause->evidence);
  append_line (out, _("Remark"), remark);
}

static char *
make_text (const MappeReview *review)
{
  g_autofree char *from = mappe_date_format (review->from), *to = mappe_date_format (review->to);
  GString *out = g_string_new (NULL);
  const char *status = review->review != NULL ? mappe_row_get_text (review->review, MAPPE_AGREEMENT_REVIEW_STATUS)
                                              : NULL;

  g_string_append_printf (out, "%s · %d (%s – %s)\n", mappe_row_get_text (review->agreement, MAPPE_AGREEMENT_TITLE),
                          review->year, from, to);
  g_string_append_printf (out, "%s%s%s\n", status != NULL ? label_of (review, "review_status", status) : _("Not begun"),
                          review->decision != NULL ? " · " : "", review->decision != NULL ? review->decision : "");
  for (guint i = 0; i < review->clauses->len; i++)
    append_clause (out, review, g_ptr_array_index (review->clauses, i));
  return g_string_free (out, FALSE);
}

static gboolean
read_year (const char *typed, const char *today, int *year, GError **error)
{
  guint number = 0;

  *year = atoi (today);
  if (typed == NULL)
    return TRUE;
  if (!mappe_cli_number ("year", typed, &number, error))
    return FALSE;
  if ((int) number > *year)
    return mappe_cli_wrong (error, "%s", _("A year that is still to come cannot be reviewed"));
  if (number < 1000)
    return mappe_cli_usage (error, _("--year takes a year like 2026, not “%s”"), typed);
  *year = (int) number;
  return TRUE;
}

/** mappe_cli_review: Prints the sheet of an agreement for a year. */
gboolean
mappe_cli_review (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *typed = NULL, *text = NULL;
  g_autofree char *today = mappe_date_today ();
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_FILENAME, &typed, N_("The year; without it this one"), N_("YEAR") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeReview) review = NULL;
  Wanted wanted = { 0, 0, today };

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!read_year (typed, today, &wanted.year, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  wanted.agreement = store != NULL ? mappe_cli_find (store, &mappe_agreement_kind, rest[1], error) : 0;
  review = wanted.agreement != 0 ? mappe_store_read (store, load_cb, &wanted, error) : NULL;
  if (review == NULL)
    return FALSE;
  text = make_text (review);
  return mappe_cli_write (cli, text, error);
}
