/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/** MappePdfGap: what a file lacks of PDF/UA-1 and PDF/A-3b; a file with none of them claims both */
typedef enum {
  MAPPE_PDF_GAP_NONE     = 0,
  MAPPE_PDF_GAP_TITLE    = 1 << 0,
  MAPPE_PDF_GAP_LANGUAGE = 1 << 1,
  MAPPE_PDF_GAP_CONTENT  = 1 << 2,  /* something painted is neither tagged nor an artifact */
  MAPPE_PDF_GAP_FONT     = 1 << 3,  /* a font is not embedded, or its text not in Unicode */
  MAPPE_PDF_GAP_FIGURE   = 1 << 4,  /* a figure without a text in its place */
  MAPPE_PDF_GAP_HEADING  = 1 << 5,  /* a level of headings is left out */
  MAPPE_PDF_GAP_LINK     = 1 << 6,  /* a link that is not in the structure */
  MAPPE_PDF_GAP_TREE     = 1 << 7,  /* there is no structure */
  MAPPE_PDF_GAP_GLYPH    = 1 << 8,  /* a character for which no font has a sign: its number is drawn in a box */
} MappePdfGap;

/**
 * MappePdfFacts: what the finishing pass tells of a document
 * @date: (nullable): "YYYY-MM-DD"
 * @figures: (nullable): texts in the place of figures, in the order of the document
 * @gaps: #MappePdfGap flags that are known already
 */
typedef struct {
  const char        *title;
  const char        *author;
  const char        *date;
  const char        *language;
  const char *const *figures;
  guint              gaps;
} MappePdfFacts;

/* content */
char   *mappe_pdf_mark_artifacts  (const char *content, gsize length);
/* structure */
guint   mappe_pdf_finish_structure (qpdf_data pdf, const MappePdfFacts *facts);
/* xmp */
char   *mappe_pdf_write_xmp       (const MappePdfFacts *facts, const char *producer, gboolean claims);
GBytes *mappe_pdf_colour_profile  (void);
/* finish */
GBytes *mappe_pdf_finish          (GBytes *drawn, const MappePdfFacts *facts, guint *gaps, GError **error);

G_END_DECLS
