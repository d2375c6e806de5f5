/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letterhead.h"
#include "mappe-write-odf-private.h"

/* What has its place on the first page: frames that are tied to the page, where the PDF has the same. */

#define LOGO_RIGHT 190.0  /* millimetres from the left edge */
#define MARK_X 4.0
#define FOLD_LENGTH 4.0
#define PUNCH_LENGTH 7.0

/* Millimetres, as files have lengths: whatever the language of the program. */
static void
add_length (MappeTagWriter *out, const char *name, double millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *length = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", millimetres), "mm", NULL);

  mappe_tag_writer_attribute (out, name, length);
}

static void
begin_frame (MappeTagWriter *out, const char *style, const char *name, const cairo_rectangle_t *place)
{
  mappe_tag_writer_begin (out, "draw:frame");
  mappe_tag_writer_attribute (out, "draw:style-name", style);
  mappe_tag_writer_attribute (out, "draw:name", name);
  mappe_tag_writer_attribute (out, "text:anchor-type", "page");
  mappe_tag_writer_attribute (out, "text:anchor-page-number", "1");
  add_length (out, "svg:x", place->x);
  add_length (out, "svg:y", place->y);
  add_length (out, "svg:width", place->width);
  add_length (out, "svg:height", place->height);
}

/** mappe_odf_begin_text_frame: opens a frame for paragraphs; closed by mappe_odf_end_text_frame() */
void
mappe_odf_begin_text_frame (MappeTagWriter *out, MappeOdfFrame frame)
{
  static const struct {
    const char       *style, *name;
    cairo_rectangle_t place;
  } frames[] = {
    [MAPPE_ODF_FRAME_HEAD] = { "Fixed", "Letterhead", { 25, MAPPE_LETTER_HEAD_Y, 100, 25 } },
    [MAPPE_ODF_FRAME_RETURN] = { "FixedBottom", "ReturnAddress",
                                 { MAPPE_LETTER_FIELD_X + MAPPE_LETTER_INDENT, MAPPE_LETTER_FIELD_Y,
                                   MAPPE_LETTER_FIELD_WIDTH - MAPPE_LETTER_INDENT, MAPPE_LETTER_NOTES_HEIGHT } },
    [MAPPE_ODF_FRAME_RECIPIENT] = { "Fixed", "Recipient",
                                    { MAPPE_LETTER_FIELD_X + MAPPE_LETTER_INDENT,
                                      MAPPE_LETTER_FIELD_Y + MAPPE_LETTER_NOTES_HEIGHT,
                                      MAPPE_LETTER_FIELD_WIDTH - MAPPE_LETTER_INDENT, MAPPE_LETTER_ADDRESS_HEIGHT } },
    [MAPPE_ODF_FRAME_INFO] = { "Fixed", "Information",
                               { MAPPE_LETTER_INFO_X, MAPPE_LETTER_INFO_Y, MAPPE_LETTER_INFO_WIDTH, 40 } },
  };

  begin_frame (out, frames[frame].style, frames[frame].name, &frames[frame].place);
  mappe_tag_writer_begin (out, "draw:text-box");
}

/** mappe_odf_end_text_frame: see mappe_odf_begin_text_frame() */
void
mappe_odf_end_text_frame (MappeTagWriter *out)
{
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/** mappe_odf_write_logo: @figure: a figure with a picture; written where it stands on paper */
void
mappe_odf_write_logo (MappeTagWriter *out, const MappeNode *figure)
{
  g_autofree char *content = mappe_picture_to_base64 (figure->picture);
  cairo_rectangle_t place = { 0, MAPPE_LOGO_Y, 0, 0 };

  mappe_picture_fit (figure->picture, MAPPE_LOGO_WIDTH, MAPPE_LOGO_HEIGHT, &place.width, &place.height);
  place.x = LOGO_RIGHT - place.width;
  begin_frame (out, "Logo", "Logo", &place);
  mappe_tag_writer_begin (out, "draw:image");
  mappe_tag_writer_element (out, "office:binary-data", content, NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_element (out, "svg:desc", figure->text, NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_mark (MappeTagWriter *out, double y, double length)
{
  mappe_tag_writer_begin (out, "draw:line");
  mappe_tag_writer_attribute (out, "draw:style-name", "Mark");
  mappe_tag_writer_attribute (out, "text:anchor-type", "page");
  mappe_tag_writer_attribute (out, "text:anchor-page-number", "1");
  add_length (out, "svg:x1", MARK_X);
  add_length (out, "svg:y1", y);
  add_length (out, "svg:x2", MARK_X + length);
  add_length (out, "svg:y2", y);
  mappe_tag_writer_end (out);
}

/** mappe_odf_write_marks: writes where a letter is folded, and the middle for a punch */
void
mappe_odf_write_marks (MappeTagWriter *out)
{
  write_mark (out, MAPPE_LETTER_FOLD_1, FOLD_LENGTH);
  write_mark (out, MAPPE_LETTER_PUNCH, PUNCH_LENGTH);
  write_mark (out, MAPPE_LETTER_FOLD_2, FOLD_LENGTH);
  mappe_tag_writer_line (out);
}

/* --- styles --- */

static void
write_frame_style (MappeTagWriter *out, const char *name, const char *wrap, const char *align)
{
  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:family", "graphic");
  mappe_tag_writer_attribute (out, "style:parent-style-name", "Frame");
  mappe_tag_writer_begin (out, "style:graphic-properties");
  mappe_tag_writer_attribute (out, "style:wrap", wrap);
  mappe_tag_writer_attribute (out, "style:run-through", g_str_equal (wrap, "run-through") ? "foreground" : NULL);
  mappe_tag_writer_attribute (out, "style:vertical-pos", "from-top");
  mappe_tag_writer_attribute (out, "style:vertical-rel", "page");
  mappe_tag_writer_attribute (out, "style:horizontal-pos", "from-left");
  mappe_tag_writer_attribute (out, "style:horizontal-rel", "page");
  mappe_tag_writer_attribute (out, "fo:padding", "0cm");
  mappe_tag_writer_attribute (out, "fo:border", "none");
  mappe_tag_writer_attribute (out, "draw:fill", "none");
  mappe_tag_writer_attribute (out, "draw:textarea-vertical-align", align);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
write_mark_style (MappeTagWriter *out)
{
  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", "Mark");
  mappe_tag_writer_attribute (out, "style:family", "graphic");
  mappe_tag_writer_empty (out, "style:graphic-properties", "draw:stroke", "solid", "svg:stroke-width", "0.15mm",
                          "svg:stroke-color", "#666666", "style:run-through", "background", "style:wrap", "run-through",
                          "style:vertical-pos", "from-top", "style:vertical-rel", "page", "style:horizontal-pos",
                          "from-left", "style:horizontal-rel", "page", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/** mappe_odf_write_frames: writes the styles of frames, and that of the subject, which begins below the window */
void
mappe_odf_write_frames (MappeTagWriter *out, const MappeNode *document)
{
  gboolean letter = mappe_letterhead_is_letter (document);
  const MappeNode *first = document->children->len > 0 ? g_ptr_array_index (document->children, 0) : NULL;

  if (letter || (first != NULL && first->picture != NULL))
    write_frame_style (out, "Logo", "parallel", NULL);
  if (!letter)
    return;
  write_frame_style (out, "Fixed", "run-through", NULL);
  write_frame_style (out, "FixedBottom", "run-through", "bottom");
  write_mark_style (out);
  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", "Subject");
  mappe_tag_writer_attribute (out, "style:family", "paragraph");
  mappe_tag_writer_attribute (out, "style:parent-style-name", "Title");
  mappe_tag_writer_attribute (out, "style:master-page-name", "Letter");
  mappe_tag_writer_empty (out, "style:paragraph-properties", "fo:margin-bottom", "8.46mm", NULL);
  mappe_tag_writer_empty (out, "style:text-properties", "fo:font-size", "11.5pt", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}
