/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include "mappe-agenda-item.h"

/* The schema in RELAX NG: compact for people, XML for programs, both from the field tables. Rules learnt by measurement
 * (DOCUMENTS.md 6.3): one fixed order, no interleave, no xsd:ID, lists of one kind only; so it is checked while it is
 * read, in constant memory. */

#define UID_PATTERN "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"

/**
 * Type: a form of values
 * @base: type of XML Schema
 * @parameters: name and value by turns, ended by %NULL
 */
typedef struct {
  const char *name;
  const char *base;
  const char *parameters[5];
} Type;

static const Type types[] = {
  { "line", "string", { "minLength", "1", "maxLength", "4000" } },
  { "long", "string", { "minLength", "1", "maxLength", "1048576" } },
  { "word", "string", { "minLength", "1", "maxLength", "200" } },
  { "whole", "long", { NULL } },
  { "real", "double", { NULL } },
  { "decimal", "decimal", { NULL } },
  { "day", "date", { "pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}" } },
  { "clock", "string", { "pattern", "([01][0-9]|2[0-3]):[0-5][0-9]" } },
  { "instant", "string", { "pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z" } },
  { "sha256", "string", { "pattern", "[0-9a-f]{64}" } },
  { "version", "string", { "pattern", "1\\.[0-9]+" } },
  { "lang", "string", { "pattern", "[a-z]{2,3}(-[A-Z]{2})?" } },
};

static const char *
type_of (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_LONGTEXT:
      return "long";
    case MAPPE_FIELD_INT:
      return "whole";
    case MAPPE_FIELD_REAL:
      return "real";
    case MAPPE_FIELD_DECIMAL:
      return "decimal";
    case MAPPE_FIELD_DATE:
      return "day";
    case MAPPE_FIELD_TIME:
      return "clock";
    case MAPPE_FIELD_CODE:
      return "word";
    default:
      return "line";
    }
}

/* What a record names may be withheld from its readers, so only its own values are required. */
static gboolean
is_required (const MappeFieldSpec *field)
{
  return (field->flags & MAPPE_FIELD_REQUIRED) != 0 && field->type != MAPPE_FIELD_REF;
}

/* --- compact --- */

static void
rnc_types (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_string_append_printf (out, "type.%s = xsd:%s", types[i].name, types[i].base);
      for (guint p = 0; p < 4 && types[i].parameters[p] != NULL; p += 2)
        g_string_append_printf (out, "%s %s = \"%s\"", p == 0 ? " {" : "", types[i].parameters[p],
                                types[i].parameters[p + 1]);
      g_string_append (out, types[i].parameters[0] != NULL ? " }\n" : "\n");
    }
}

static void
rnc_value (GString *out, const MappeFieldSpec *field)
{
  switch (mappe_value_form_of (field))
    {
    case MAPPE_VALUE_FORM_BOOL:
      g_string_append (out, "yes-no");
      break;
    case MAPPE_VALUE_FORM_MONEY:
      g_string_append (out, "money");
      break;
    case MAPPE_VALUE_FORM_MOMENT:
      g_string_append (out, "moment");
      break;
    case MAPPE_VALUE_FORM_REF:
      g_string_append_printf (out, "attribute ref { id.%s }", mappe_kind_lookup (field->target, NULL)->name);
      break;
    case MAPPE_VALUE_FORM_FILE:
      g_string_append (out, "attribute sha256 { type.sha256 }");
      break;
    case MAPPE_VALUE_FORM_TEXT:
    default:
      g_string_append_printf (out, "type.%s", type_of (field));
    }
}

static void
rnc_field (GString *out, const MappeFieldSpec *field, gboolean required)
{
  g_string_append_printf (out, "element %s { ", field->name);
  rnc_value (out, field);
  g_string_append (out, required ? " }" : " }?");
}

static void
rnc_kind (GString *out, const MappeKind *kind)
{
  g_string_append_printf (out, "\n# %s\nid.%s = xsd:string { pattern = \"%s-" UID_PATTERN "\" }\n", kind->label,
                          kind->name, kind->name);
  g_string_append_printf (out, "kind.%s = element %s {\n  attribute id { id.%s },\n  (withheld\n", kind->name,
                          kind->name, kind->name);
  if (kind == &mappe_agenda_item_kind)
    {
      g_string_append (out, "   | (");
      rnc_field (out, &kind->fields[MAPPE_AGENDA_ITEM_MEETING], TRUE);
      g_string_append (out, ", ");
      rnc_field (out, &kind->fields[MAPPE_AGENDA_ITEM_NUMBER], FALSE);
      g_string_append (out, ", ");
      rnc_field (out, &kind->fields[MAPPE_AGENDA_ITEM_PUBLIC_TITLE], FALSE);
      g_string_append (out, ", withheld)\n");
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append (out, i == 0 ? "   | (" : ",\n      ");
      rnc_field (out, &kind->fields[i], is_required (&kind->fields[i]));
    }
  g_string_append (out, "))\n}\n");
}

static const char rnc_head[] =
  "# The register of a council (urn:x-ratsmappe:register:1). Made from the field tables of Ratsmappe by\n"
  "# tests/register/make-schema; do not edit. SPDX-License-Identifier: GPL-3.0-or-later\n"
  "default namespace register = \"" MAPPE_REGISTER_NAMESPACE "\"\n"
  "datatypes xsd = \"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
  "\n"
  "start = element register {\n"
  "  attribute version { type.version },\n"
  "  attribute profile { \"public\" | \"members\" | \"full\" | \"subject\" | \"archive\" },\n"
  "  attribute generator { type.word },\n"
  "  attribute exported { type.instant },\n"
  "  attribute lang { type.lang },\n";

static const char rnc_tail[] =
  "  element file-list { file* },\n"
  "  ext*\n"
  "}\n"
  "\n"
  "# The last number that was given in references of the kind\n"
  "last = attribute last { xsd:nonNegativeInteger }\n"
  "# What the readers of the profile may not see\n"
  "withheld = element withheld { attribute reason { \"confidential\" | \"personal\" | \"draft\" } }\n"
  "# An attached file; the council's own register carries it, in pieces\n"
  "file = element file {\n"
  "  attribute sha256 { type.sha256 },\n"
  "  attribute size { xsd:unsignedLong },\n"
  "  element content { element piece { xsd:base64Binary }* }?\n"
  "}\n"
  "# What other programs put in is kept as it is\n"
  "ext = element ext { attribute ns { xsd:anyURI }, (text | foreign)* }\n"
  "foreign = element * - register:* { (attribute * { text } | text | foreign)* }\n"
  "yes-no = \"true\" | \"false\"\n"
  "money = attribute cents { type.whole }, attribute currency { \"EUR\" }\n"
  "# Local, in the zone of the meeting or of the council\n"
  "moment = attribute date { type.day }, attribute time { type.clock }\n";

/**
 * mappe_register_schema_rnc:
 *
 * Returns: (transfer full): the schema in the compact form, for people
 */
char *
mappe_register_schema_rnc (void)
{
  GString *out = g_string_new (rnc_head);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (out, "  element %s-list { last?, kind.%s* },\n", kinds[i]->name, kinds[i]->name);
  g_string_append (out, rnc_tail);
  rnc_types (out);
  for (guint i = 0; i < n_kinds; i++)
    rnc_kind (out, kinds[i]);
  return g_string_free (out, FALSE);
}

/* --- XML --- */

static void
rng_line (GString *out, guint depth, const char *line)
{
  g_string_append_printf (out, "%*s%s\n", (int) (2 * depth), "", line);
}

static void
rng_open (GString *out, guint depth, const char *tag, const char *name)
{
  g_string_append_printf (out, "%*s<%s name=\"%s\">\n", (int) (2 * depth), "", tag, name);
}

static void
rng_refer (GString *out, guint depth, const char *stem, const char *name)
{
  g_string_append_printf (out, "%*s<ref name=\"%s%s\"/>\n", (int) (2 * depth), "", stem, name);
}

static void
rng_attribute (GString *out, guint depth, const char *name, const char *stem, const char *pattern)
{
  rng_open (out, depth, "attribute", name);
  rng_refer (out, depth + 1, stem, pattern);
  rng_line (out, depth, "</attribute>");
}

static void
rng_types (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_string_append_printf (out, "  <define name=\"type.%s\">\n    <data type=\"%s\"%s\n", types[i].name,
                              types[i].base, types[i].parameters[0] != NULL ? ">" : "/>");
      for (guint p = 0; p < 4 && types[i].parameters[p] != NULL; p += 2)
        g_string_append_printf (out, "      <param name=\"%s\">%s</param>\n", types[i].parameters[p],
                                types[i].parameters[p + 1]);
      if (types[i].parameters[0] != NULL)
        rng_line (out, 2, "</data>");
      rng_line (out, 1, "</define>");
    }
}

static void
rng_value (GString *out, guint depth, const MappeFieldSpec *field)
{
  switch (mappe_value_form_of (field))
    {
    case MAPPE_VALUE_FORM_BOOL:
      rng_refer (out, depth, "", "yes-no");
      break;
    case MAPPE_VALUE_FORM_MONEY:
      rng_refer (out, depth, "", "money");
      break;
    case MAPPE_VALUE_FORM_MOMENT:
      rng_refer (out, depth, "", "moment");
      break;
    case MAPPE_VALUE_FORM_REF:
      rng_attribute (out, depth, "ref", "id.", mappe_kind_lookup (field->target, NULL)->name);
      break;
    case MAPPE_VALUE_FORM_FILE:
      rng_attribute (out, depth, "sha256", "type.", "sha256");
      break;
    case MAPPE_VALUE_FORM_TEXT:
    default:
      rng_refer (out, depth, "type.", type_of (field));
    }
}

static void
rng_field (GString *out, guint depth, const MappeFieldSpec *field, gboolean required)
{
  if (!required)
    rng_line (out, depth++, "<optional>");
  rng_open (out, depth, "element", field->name);
  rng_value (out, depth + 1, field);
  rng_line (out, depth, "</element>");
  if (!required)
    rng_line (out, depth - 1, "</optional>");
}

static void
rng_kind (GString *out, const MappeKind *kind)
{
  g_string_append_printf (out, "  <!-- %s -->\n  <define name=\"id.%s\">\n    <data type=\"string\">\n"
                               "      <param name=\"pattern\">%s-" UID_PATTERN "</param>\n    </data>\n  </define>\n",
                          kind->label, kind->name, kind->name);
  g_string_append_printf (out, "  <define name=\"kind.%s\">\n", kind->name);
  rng_open (out, 2, "element", kind->name);
  rng_attribute (out, 3, "id", "id.", kind->name);
  rng_line (out, 3, "<choice>");
  rng_refer (out, 4, "", "withheld");
  if (kind == &mappe_agenda_item_kind)
    {
      rng_line (out, 4, "<group>");
      rng_field (out, 5, &kind->fields[MAPPE_AGENDA_ITEM_MEETING], TRUE);
      rng_field (out, 5, &kind->fields[MAPPE_AGENDA_ITEM_NUMBER], FALSE);
      rng_field (out, 5, &kind->fields[MAPPE_AGENDA_ITEM_PUBLIC_TITLE], FALSE);
      rng_refer (out, 5, "", "withheld");
      rng_line (out, 4, "</group>");
    }
  rng_line (out, 4, "<group>");
  for (guint i = 0; i < kind->n_fields; i++)
    rng_field (out, 5, &kind->fields[i], is_required (&kind->fields[i]));
  rng_line (out, 4, "</group>");
  rng_line (out, 3, "</choice>");
  rng_line (out, 2, "</element>");
  rng_line (out, 1, "</define>");
}

static const char rng_head[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<!-- The register of a council (urn:x-ratsmappe:register:1). Made from the field tables of Ratsmappe by\n"
  "     tests/register/make-schema; do not edit. SPDX-License-Identifier: GPL-3.0-or-later -->\n"
  "<grammar ns=\"" MAPPE_REGISTER_NAMESPACE "\" xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
  "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
  "  <start>\n"
  "    <element name=\"register\">\n"
  "      <attribute name=\"version\"><ref name=\"type.version\"/></attribute>\n"
  "      <attribute name=\"profile\">\n"
  "        <choice><value>public</value><value>members</value><value>full</value><value>subject</value>\n"
  "          <value>archive</value></choice>\n"
  "      </attribute>\n"
  "      <attribute name=\"generator\"><ref name=\"type.word\"/></attribute>\n"
  "      <attribute name=\"exported\"><ref name=\"type.instant\"/></attribute>\n"
  "      <attribute name=\"lang\"><ref name=\"type.lang\"/></attribute>\n";

static const char rng_tail[] =
  "      <element name=\"file-list\"><zeroOrMore><ref name=\"file\"/></zeroOrMore></element>\n"
  "      <zeroOrMore><ref name=\"ext\"/></zeroOrMore>\n"
  "    </element>\n"
  "  </start>\n"
  "  <!-- The last number that was given in references of the kind -->\n"
  "  <define name=\"last\"><attribute name=\"last\"><data type=\"nonNegativeInteger\"/></attribute></define>\n"
  "  <!-- What the readers of the profile may not see -->\n"
  "  <define name=\"withheld\">\n"
  "    <element name=\"withheld\">\n"
  "      <attribute name=\"reason\">\n"
  "        <choice><value>confidential</value><value>personal</value><value>draft</value></choice>\n"
  "      </attribute>\n"
  "    </element>\n"
  "  </define>\n"
  "  <!-- An attached file; the council's own register carries it, in pieces -->\n"
  "  <define name=\"file\">\n"
  "    <element name=\"file\">\n"
  "      <attribute name=\"sha256\"><ref name=\"type.sha256\"/></attribute>\n"
  "      <attribute name=\"size\"><data type=\"unsignedLong\"/></attribute>\n"
  "      <optional>\n"
  "        <element name=\"content\">\n"
  "          <zeroOrMore><element name=\"piece\"><data type=\"base64Binary\"/></element></zeroOrMore>\n"
  "        </element>\n"
  "      </optional>\n"
  "    </element>\n"
  "  </define>\n"
  "  <!-- What other programs put in is kept as it is -->\n"
  "  <define name=\"ext\">\n"
  "    <element name=\"ext\">\n"
  "      <attribute name=\"ns\"><data type=\"anyURI\"/></attribute>\n"
  "      <zeroOrMore><choice><text/><ref name=\"foreign\"/></choice></zeroOrMore>\n"
  "    </element>\n"
  "  </define>\n"
  "  <define name=\"foreign\">\n"
  "    <element>\n"
  "      <anyName><except><nsName/></except></anyName>\n"
  "      <zeroOrMore>\n"
  "        <choice><attribute><anyName/></attribute><text/><ref name=\"foreign\"/></choice>\n"
  "      </zeroOrMore>\n"
  "    </element>\n"
  "  </define>\n"
  "  <define name=\"yes-no\"><choice><value>true</value><value>false</value></choice></define>\n"
  "  <define name=\"money\">\n"
  "    <attribute name=\"cents\"><ref name=\"type.whole\"/></attribute>\n"
  "    <attribute name=\"currency\"><value>EUR</value></attribute>\n"
  "  </define>\n"
  "  <!-- Local, in the zone of the meeting or of the council -->\n"
  "  <define name=\"moment\">\n"
  "    <attribute name=\"date\"><ref name=\"type.day\"/></attribute>\n"
  "    <attribute name=\"time\"><ref name=\"type.clock\"/></attribute>\n"
  "  </define>\n";

/**
 * mappe_register_schema_rng:
 *
 * Returns: (transfer full): the schema in the XML form, for programs; the same as trang makes of the compact one
 */
char *
mappe_register_schema_rng (void)
{
  GString *out = g_string_new (rng_head);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (out, "      <element name=\"%s-list\">\n"
                                 "        <optional><ref name=\"last\"/></optional>\n"
                                 "        <zeroOrMore><ref name=\"kind.%s\"/></zeroOrMore>\n"
                                 "      </element>\n", kinds[i]->name, kinds[i]->name);
  g_string_append (out, rng_tail);
  rng_types (out);
  for (guint i = 0; i < n_kinds; i++)
    rng_kind (out, kinds[i]);
  g_string_append (out, "</grammar>\n");
  return g_string_free (out, FALSE);
}
