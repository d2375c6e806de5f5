/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-decision.h"

static const struct { const char *code; const char *text; } texts[] = {
  { "R01", N_("an id or a reference is there twice") },
  { "R02", N_("a reference leads to nothing or to a record of another kind") },
  { "R03", N_("an end lies before its begin, or a time outside of its meeting") },
  { "R04", N_("votes do not add up, or exceed those present") },
  { "R05", N_("a decision without a quorum") },
  { "R06", N_("a decision on an item of a meeting that was not held") },
  { "R07", N_("a number is given twice in a year") },
  { "R08", N_("minutes were approved before the meeting, or are not complete") },
  { "R09", N_("memberships of one person in one body overlap") },
  { "R10", N_("a public record refers to a confidential one") },
  { "R11", N_("a file is missing, or its size or hash differs") },
  { "R12", N_("grants exceed the budget") },
  { "R13", N_("characters that cannot be stored") },
  { "R14", N_("a change that the rules do not allow") },
  { "R15", N_("a withheld record carries content") },
  { "R16", N_("a value that its field cannot hold") },
};

/**
 * mappe_violation_get_text:
 * @language: (nullable): of the text
 *
 * Returns: (transfer none): what rule is broken, in words
 */
const char *
mappe_violation_get_text (const MappeViolation *self, const MappeLanguage *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].code, self->code))
      return L_ (texts[i].text);
  return "";
}

MappeViolation *
mappe_violation_new (const char *code, const char *record, const char *path, int line, const char *detail)
{
  MappeViolation *self = g_new0 (MappeViolation, 1);

  self->code = g_strdup (code);
  self->record = g_strdup (record);
  self->path = g_strdup (path);
  self->line = line;
  self->detail = g_strdup (detail);
  return self;
}

void
mappe_violation_free (MappeViolation *self)
{
  g_free (self->code);
  g_free (self->record);
  g_free (self->path);
  g_free (self->detail);
  g_free (self);
}

/* Of votes, by the field at fault: without a quorum, in a meeting that was cancelled, or counted wrongly. */
static const char *
code_of_votes (const MappeKind *kind, int field)
{
  if (kind == &mappe_decision_kind && field == MAPPE_DECISION_QUORUM_OVERRIDE)
    return "R05";
  return kind == &mappe_decision_kind && field == MAPPE_DECISION_AGENDA_ITEM ? "R06" : "R04";
}

/*
 * @rule: a word of mappe_store_check(), or "guard"
 *
 * Returns: (transfer none) (nullable): the code of the register; %NULL for what is no fault here: a gap in the numbers
 *   says nothing of a part of a council
 */
const char *
mappe_violation_code_of (const char *rule, const MappeKind *kind, int field, const char *detail)
{
  static const struct { const char *rule; const char *code; } codes[] = {
    { "reference", "R02" }, { "presence", "R03" }, { "agenda", "R02" },  { "minutes", "R08" },
    { "membership", "R09" }, { "public", "R10" },  { "budget", "R12" }, { "guard", "R14" },
  };

  if (g_str_equal (rule, "votes"))
    return code_of_votes (kind, field);
  if (g_str_equal (rule, "numbering"))
    return strstr (detail, "twice") != NULL ? "R07" : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].rule, rule))
      return codes[i].code;
  return "R16";
}
