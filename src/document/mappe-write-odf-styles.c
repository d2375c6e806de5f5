/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letterhead.h"
#include "mappe-write-odf-private.h"

#include <string.h>

/* Styles with the names that word processors know, so that a person changes one and the whole document follows. */

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define FONT "Cantarell"

/**
 * Style: a paragraph style
 * @name: as a word processor shows it
 * @parent: (nullable)
 * @level: of a heading; 0 for others
 * @paragraph, @text: (nullable): pairs of attribute and value, ended by %NULL
 */
typedef struct {
  const char *name, *parent, *class;
  guint       level;
  const char *paragraph[12];
  const char *text[8];
} Style;

static const Style styles[] = {
  { "Standard", NULL, "text", 0, { NULL }, { NULL } },
  { "Text body", "Standard", "text", 0, { "fo:margin-bottom", "0.2cm" }, { NULL } },
  { "Title", "Standard", "chapter", 0,
    { "fo:margin-bottom", "0.4cm", "fo:keep-with-next", "always" },
    { "fo:font-size", "18pt", "fo:font-weight", "bold" } },
  { "Heading", "Standard", "text", 0,
    { "fo:margin-top", "0.5cm", "fo:margin-bottom", "0.15cm", "fo:keep-with-next", "always" },
    { "fo:font-weight", "bold" } },
  { "Heading 1", "Heading", "text", 1, { NULL }, { "fo:font-size", "14pt" } },
  { "Heading 2", "Heading", "text", 2, { NULL }, { "fo:font-size", "12pt" } },
  { "Heading 3", "Heading", "text", 3, { NULL }, { "fo:font-size", "11pt" } },
  { "Heading 4", "Heading", "text", 4, { NULL }, { NULL } },
  { "Heading 5", "Heading", "text", 5, { NULL }, { NULL } },
  { "Label", "Text body", "text", 0,
    { "fo:margin-top", "0.2cm", "fo:margin-bottom", "0.05cm", "fo:keep-with-next", "always" },
    { "fo:font-weight", "bold" } },
  { "Centred", "Text body", "text", 0, { "fo:text-align", "center" }, { NULL } },
  { "Decision", "Text body", "text", 0,
    { "fo:margin-left", "0.3cm", "fo:padding-left", "0.25cm", "fo:border-left", "2pt solid #595959" }, { NULL } },
  { "Decision label", "Decision", "text", 0, { "fo:keep-with-next", "always" }, { "fo:font-weight", "bold" } },
  { "List", "Text body", "list", 0, { "fo:margin-bottom", "0.1cm" }, { NULL } },
  { "Table Contents", "Standard", "extra", 0, { NULL }, { "fo:font-size", "9.5pt" } },
  { "Table Centred", "Table Contents", "extra", 0, { "fo:text-align", "center" }, { NULL } },
  { "Table Heading", "Table Contents", "extra", 0, { NULL }, { "fo:font-weight", "bold" } },
  { "Signature", "Standard", "extra", 0,
    { "fo:margin-top", "1.6cm", "fo:margin-right", "8cm", "fo:keep-with-next", "always", "fo:border-top",
      "0.5pt solid #000000", "fo:padding-top", "0.1cm" },
    { NULL } },
  { "Letterhead", "Standard", "extra", 0, { NULL }, { "fo:font-size", "9pt" } },
  { "Return address", "Standard", "extra", 0, { NULL }, { "fo:font-size", "6.5pt" } },
  { "Recipient", "Standard", "extra", 0, { NULL }, { NULL } },
  { "Footer", "Standard", "extra", 0, { NULL }, { "fo:font-size", "8.5pt", "fo:color", "#595959" } },
};

/* Names in files hold no space. Returns: (transfer full) */
char *
mappe_odf_style_name (const char *shown)
{
  g_auto (GStrv) words = g_strsplit (shown, " ", -1);

  return g_strjoinv ("_20_", words);
}

/** mappe_odf_begin: opens @root, e.g. "office:document", with the namespaces and the version */
void
mappe_odf_begin (MappeTagWriter *out, const char *root)
{
  static const char *const names[][2] = {
    { "xmlns:office", OASIS "office:1.0" },       { "xmlns:style", OASIS "style:1.0" },
    { "xmlns:text", OASIS "text:1.0" },           { "xmlns:table", OASIS "table:1.0" },
    { "xmlns:draw", OASIS "drawing:1.0" },        { "xmlns:fo", OASIS "xsl-fo-compatible:1.0" },
    { "xmlns:svg", OASIS "svg-compatible:1.0" },  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" }, { "xmlns:meta", OASIS "meta:1.0" },
    { "office:version", "1.3" },
  };

  mappe_tag_writer_begin (out, root);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mappe_tag_writer_attribute (out, names[i][0], names[i][1]);
}

static const char *
country_of (const MappeNode *document)
{
  return mappe_language_is_german (mappe_node_get_language (document)) ? "DE" : "GB";
}

/** mappe_odf_write_meta: writes title, author, day and language; nothing of the user or the machine */
void
mappe_odf_write_meta (MappeTagWriter *out, const MappeNode *document)
{
  const char *council = mappe_node_get_meta (document, "council"), *date = mappe_node_get_meta (document, "date");
  g_autofree char *language = g_strdup_printf ("%s-%s", mappe_node_get_meta (document, "language"),
                                               country_of (document));
  g_autofree char *stamp = date != NULL ? g_strconcat (date, "T00:00:00", NULL) : NULL;

  mappe_tag_writer_begin (out, "office:meta");
  mappe_tag_writer_element (out, "meta:generator", "Ratsmappe", NULL);
  mappe_tag_writer_element (out, "dc:title", document->text, NULL);
  if (council != NULL)
    mappe_tag_writer_element (out, "dc:creator", council, NULL);
  if (stamp != NULL)
    mappe_tag_writer_element (out, "dc:date", stamp, NULL);
  mappe_tag_writer_element (out, "dc:language", language, NULL);
  mappe_tag_writer_end (out);
}

/** mappe_odf_write_fonts: writes the declaration of the font */
void
mappe_odf_write_fonts (MappeTagWriter *out)
{
  mappe_tag_writer_begin (out, "office:font-face-decls");
  mappe_tag_writer_empty (out, "style:font-face", "style:name", FONT, "svg:font-family", FONT,
                          "style:font-family-generic", "swiss", NULL);
  mappe_tag_writer_end (out);
}

static void
write_properties (MappeTagWriter *out, const char *element, const char *const *pairs)
{
  if (pairs[0] == NULL)
    return;
  mappe_tag_writer_begin (out, element);
  for (; pairs[0] != NULL; pairs += 2)
    mappe_tag_writer_attribute (out, pairs[0], pairs[1]);
  mappe_tag_writer_end (out);
}

static void
write_style (MappeTagWriter *out, const Style *style)
{
  g_autofree char *name = mappe_odf_style_name (style->name);
  g_autofree char *parent = style->parent != NULL ? mappe_odf_style_name (style->parent) : NULL;
  g_autofree char *level = style->level > 0 ? g_strdup_printf ("%u", style->level) : NULL;

  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:display-name", style->name);
  mappe_tag_writer_attribute (out, "style:family", "paragraph");
  mappe_tag_writer_attribute (out, "style:parent-style-name", parent);
  mappe_tag_writer_attribute (out, "style:next-style-name",
                              g_str_has_prefix (style->name, "Heading") ? "Text_20_body" : NULL);
  mappe_tag_writer_attribute (out, "style:default-outline-level", level);
  mappe_tag_writer_attribute (out, "style:class", style->class);
  write_properties (out, "style:paragraph-properties", style->paragraph);
  write_properties (out, "style:text-properties", style->text);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_default (MappeTagWriter *out, const MappeNode *document)
{
  mappe_tag_writer_begin (out, "style:default-style");
  mappe_tag_writer_attribute (out, "style:family", "paragraph");
  mappe_tag_writer_empty (out, "style:paragraph-properties", "fo:orphans", "2", "fo:widows", "2",
                          "style:tab-stop-distance", "1.25cm", "style:writing-mode-automatic", "true", NULL);
  mappe_tag_writer_empty (out, "style:text-properties", "style:font-name", FONT, "fo:font-size", "10.5pt",
                          "fo:language", mappe_node_get_meta (document, "language"), "fo:country",
                          country_of (document), NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_text_style (MappeTagWriter *out, const char *shown, const char *property, const char *value)
{
  g_autofree char *name = mappe_odf_style_name (shown);

  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:display-name", shown);
  mappe_tag_writer_attribute (out, "style:family", "text");
  mappe_tag_writer_empty (out, "style:text-properties", property, value, NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_list_level (MappeTagWriter *out, guint level, gboolean ordered)
{
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *margin = g_strdup_printf ("%u.%ucm", level * 6 / 10, level * 6 % 10);

  mappe_tag_writer_begin (out, ordered ? "text:list-level-style-number" : "text:list-level-style-bullet");
  mappe_tag_writer_attribute (out, "text:level", number);
  mappe_tag_writer_attribute (out, ordered ? "style:num-format" : "text:bullet-char", ordered ? "1" : "–");
  mappe_tag_writer_attribute (out, "style:num-suffix", ordered ? "." : NULL);
  mappe_tag_writer_begin (out, "style:list-level-properties");
  mappe_tag_writer_attribute (out, "text:list-level-position-and-space-mode", "label-alignment");
  mappe_tag_writer_empty (out, "style:list-level-label-alignment", "text:label-followed-by", "listtab",
                          "fo:text-indent", "-0.6cm", "fo:margin-left", margin, NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
}

static void
write_list_style (MappeTagWriter *out, const char *name, gboolean ordered)
{
  mappe_tag_writer_begin (out, "text:list-style");
  mappe_tag_writer_attribute (out, "style:name", name);
  for (guint level = 1; level <= 10; level++)
    write_list_level (out, level, ordered);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_outline (MappeTagWriter *out)
{
  mappe_tag_writer_begin (out, "text:outline-style");
  mappe_tag_writer_attribute (out, "style:name", "Outline");
  for (guint level = 1; level <= 10; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level);

      mappe_tag_writer_empty (out, "text:outline-level-style", "text:level", number, "style:num-format", "", NULL);
    }
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/** mappe_odf_write_styles: writes the styles that all documents share */
void
mappe_odf_write_styles (MappeTagWriter *out, const MappeNode *document)
{
  mappe_tag_writer_begin (out, "office:styles");
  mappe_tag_writer_line (out);
  write_default (out, document);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (out, &styles[i]);
  mappe_tag_writer_empty (out, "style:style", "style:name", "Frame", "style:family", "graphic", NULL);
  write_text_style (out, "Strong Emphasis", "fo:font-weight", "bold");
  write_text_style (out, "Emphasis", "fo:font-style", "italic");
  write_outline (out);
  write_list_style (out, "Bullets", FALSE);
  write_list_style (out, "Numbers", TRUE);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/* @top: of the text */
static void
write_page_layout (MappeTagWriter *out, const char *name, const char *top)
{
  mappe_tag_writer_begin (out, "style:page-layout");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_empty (out, "style:page-layout-properties", "fo:page-width", "21cm", "fo:page-height", "29.7cm",
                          "style:print-orientation", "portrait", "fo:margin-top", top, "fo:margin-bottom", "1cm",
                          "fo:margin-left", "2.5cm", "fo:margin-right", "2cm", NULL);
  mappe_tag_writer_empty (out, "style:header-style", NULL);
  mappe_tag_writer_begin (out, "style:footer-style");
  mappe_tag_writer_empty (out, "style:header-footer-properties", "fo:min-height", "1cm", "fo:margin-top", "0.5cm",
                          NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
}

/** mappe_odf_write_page: writes the sheet: A4, with room for holes; the first of a letter begins below the window */
void
mappe_odf_write_page (MappeTagWriter *out, const MappeNode *document)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *top = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", MAPPE_LETTER_TEXT_Y), "mm", NULL);

  write_page_layout (out, "Page", "2cm");
  if (mappe_letterhead_is_letter (document))
    write_page_layout (out, "LetterPage", top);
}

static void
write_master_page (MappeTagWriter *out, const MappeNode *document, const char *name, const char *layout,
                   const char *next)
{
  const MappeLanguage *language = mappe_node_get_language (document);
  g_auto (GStrv) words = g_strsplit (mappe_language_text (language, "page %u of %u"), "%u", 3);

  mappe_tag_writer_begin (out, "style:master-page");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:page-layout-name", layout);
  mappe_tag_writer_attribute (out, "style:next-style-name", next);
  mappe_tag_writer_begin (out, "style:footer");
  mappe_tag_writer_begin (out, "text:p");
  mappe_tag_writer_attribute (out, "text:style-name", "Footer");
  mappe_tag_writer_text (out, document->text);
  mappe_tag_writer_text (out, " · ");
  mappe_tag_writer_text (out, words[0]);
  mappe_tag_writer_element (out, "text:page-number", "1", "text:select-page", "current", NULL);
  mappe_tag_writer_text (out, words[0] != NULL ? words[1] : NULL);
  mappe_tag_writer_element (out, "text:page-count", "1", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
}

/** mappe_odf_write_master: writes the foot of each page: title, number of the page, number of pages */
void
mappe_odf_write_master (MappeTagWriter *out, const MappeNode *document)
{
  mappe_tag_writer_begin (out, "office:master-styles");
  write_master_page (out, document, "Standard", "Page", NULL);
  if (mappe_letterhead_is_letter (document))
    write_master_page (out, document, "Letter", "LetterPage", "Standard");
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}
