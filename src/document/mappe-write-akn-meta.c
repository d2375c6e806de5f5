/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-write-akn-private.h"

#include <string.h>

#include "mappe-date.h"

/* Identification by the naming convention of Akoma Ntoso 1.0: work, expression and manifestation have addresses that
 * tell country, type, author, day and number. */

#define ONTOLOGY "/akn/ontology/"
#define UNDATED "1970-01-01"
#define LONGEST_NAME 48

/** mappe_akn_shape_of: Returns: what @document becomes, by its meta "kind" */
MappeAknShape
mappe_akn_shape_of (const MappeNode *document)
{
  const char *kind = mappe_akn_name_of (document);

  if (g_str_equal (kind, "minutes"))
    return MAPPE_AKN_DEBATE;
  return g_str_equal (kind, "decision") ? MAPPE_AKN_STATEMENT : MAPPE_AKN_DOC;
}

/** mappe_akn_element_of: Returns: (transfer none): the element of that document type */
const char *
mappe_akn_element_of (MappeAknShape shape)
{
  return shape == MAPPE_AKN_DEBATE ? "debate" : shape == MAPPE_AKN_STATEMENT ? "statement" : "doc";
}

/** mappe_akn_name_of: Returns: (transfer none): the kind of the document in a word */
const char *
mappe_akn_name_of (const MappeNode *document)
{
  const char *kind = mappe_node_get_meta (document, "kind");

  return kind != NULL ? kind : "document";
}

/* "Kriminalpräventiver Rat Musterstadt" → "kriminalpraeventiver-rat-musterstadt" */
static char *
slug (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text != NULL ? text : "", "de");
  GString *out = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && out->len < LONGEST_NAME; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, g_ascii_tolower (*p));
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_append (out, "unnamed");
  return g_string_free (out, FALSE);
}

static const char *
day_of (const MappeNode *document)
{
  const char *day = mappe_node_get_meta (document, "date");

  return day != NULL && mappe_date_is_valid (day) ? day : UNDATED;
}

/* Day on which this text came to be: that of the record it is about, unless one was set. */
static const char *
issued_on (const MappeNode *document)
{
  const char *day = mappe_node_get_meta (document, "issued");

  return day != NULL && mappe_date_is_valid (day) ? day : day_of (document);
}

static const char *
language_of (const MappeNode *document)
{
  return mappe_language_is_german (mappe_node_get_language (document)) ? "deu" : "eng";
}

static char *
work_of (const MappeNode *document, MappeAknShape shape)
{
  const char *about = mappe_node_get_meta (document, "about");
  g_autofree char *council = slug (mappe_node_get_meta (document, "council"));
  g_autofree char *number = slug (about != NULL ? about : mappe_node_get_meta (document, "meeting"));

  return g_strdup_printf ("/akn/de/%s/%s/%s/%s/%s", mappe_akn_element_of (shape), mappe_akn_name_of (document), council,
                          day_of (document), number);
}

/* @uri, @whole: address of the level, and of its only component */
static void
write_level (MappeTagWriter *out, const char *level, const char *uri, const char *whole, const char *day,
             const char *what)
{
  mappe_tag_writer_begin (out, level);
  mappe_tag_writer_empty (out, "FRBRthis", "value", whole, NULL);
  mappe_tag_writer_empty (out, "FRBRuri", "value", uri, NULL);
  mappe_tag_writer_empty (out, "FRBRdate", "date", day, "name", what, NULL);
  mappe_tag_writer_empty (out, "FRBRauthor", "href", "#council", NULL);
}

static void
write_identification (MappeTagWriter *out, const MappeNode *document, MappeAknShape shape)
{
  g_autofree char *work = work_of (document, shape);
  g_autofree char *expression = g_strdup_printf ("%s/%s@%s", work, language_of (document), issued_on (document));
  g_autofree char *work_main = g_strconcat (work, "/!main", NULL);
  g_autofree char *expression_main = g_strconcat (expression, "/!main", NULL);
  g_autofree char *file = g_strconcat (expression, ".akn", NULL);
  g_autofree char *file_main = g_strconcat (expression, "/!main.xml", NULL);

  mappe_tag_writer_begin (out, "identification");
  mappe_tag_writer_attribute (out, "source", "#council");
  write_level (out, "FRBRWork", work, work_main, day_of (document), "work");
  mappe_tag_writer_empty (out, "FRBRcountry", "value", "de", NULL);
  mappe_tag_writer_empty (out, "FRBRsubtype", "value", mappe_akn_name_of (document), NULL);
  if (document->text != NULL && *document->text != '\0')
    mappe_tag_writer_empty (out, "FRBRname", "value", document->text, NULL);
  mappe_tag_writer_end (out);
  write_level (out, "FRBRExpression", expression, expression_main, issued_on (document), "issue");
  mappe_tag_writer_empty (out, "FRBRlanguage", "language", language_of (document), NULL);
  mappe_tag_writer_end (out);
  write_level (out, "FRBRManifestation", file, file_main, issued_on (document), "export");
  mappe_tag_writer_empty (out, "FRBRformat", "value", "application/akn+xml", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_count (MappeTagWriter *out, const char *choice, guint count)
{
  g_autofree char *value = g_strdup_printf ("%u", count);

  mappe_tag_writer_empty (out, "count", "refersTo", choice, "value", value, NULL);
}

static void
write_votes (MappeTagWriter *out, const GPtrArray *votes)
{
  if (votes->len == 0)
    return;
  mappe_tag_writer_begin (out, "analysis");
  mappe_tag_writer_attribute (out, "source", "#council");
  mappe_tag_writer_begin (out, "parliamentary");
  for (guint i = 0; i < votes->len; i++)
    {
      const MappeAknVote *vote = g_ptr_array_index (votes, i);
      g_autofree char *eid = g_strdup_printf ("voting_%u", i + 1), *decided = g_strconcat ("#", vote->eid, NULL);

      mappe_tag_writer_begin (out, "voting");
      mappe_tag_writer_attribute (out, "eId", eid);
      mappe_tag_writer_attribute (out, "outcome", vote->count->adopted ? "#adopted" : "#rejected");
      mappe_tag_writer_attribute (out, "href", decided);
      write_count (out, "#yes", vote->count->yes);
      write_count (out, "#no", vote->count->no);
      write_count (out, "#abstain", vote->count->abstained);
      mappe_tag_writer_end (out);
    }
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_concept (MappeTagWriter *out, const char *name, const char *shown)
{
  g_autofree char *address = g_strconcat (ONTOLOGY "concept/", name, NULL);

  mappe_tag_writer_empty (out, "TLCConcept", "eId", name, "href", address, "showAs", shown, NULL);
}

static void
write_references (MappeTagWriter *out, const MappeNode *document, const GPtrArray *votes)
{
  const MappeLanguage *language = mappe_node_get_language (document);
  const char *council = mappe_node_get_meta (document, "council");
  g_autofree char *name = slug (council);
  g_autofree char *address = g_strconcat (ONTOLOGY "organization/de/", name, NULL);

  mappe_tag_writer_begin (out, "references");
  mappe_tag_writer_attribute (out, "source", "#council");
  mappe_tag_writer_empty (out, "TLCOrganization", "eId", "council", "href", address, "showAs",
                          council != NULL ? council : L_("Council"), NULL);
  if (votes->len > 0)
    {
      write_concept (out, "yes", L_("Yes"));
      write_concept (out, "no", L_("No"));
      write_concept (out, "abstain", L_("Abstention"));
      write_concept (out, "adopted", L_("adopted"));
      write_concept (out, "rejected", L_("rejected"));
    }
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/* Writes who, when, what number, and the votes as numbers. */
void
mappe_akn_write_meta (MappeTagWriter *out, const MappeNode *document, MappeAknShape shape, const GPtrArray *votes)
{
  mappe_tag_writer_begin (out, "meta");
  mappe_tag_writer_line (out);
  write_identification (out, document, shape);
  write_votes (out, votes);
  write_references (out, document, votes);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}
