/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-pdf-private.h"

#include <string.h>

#define MOST_LEVELS 64

typedef struct {
  qpdf_data          pdf;
  const char *const *figures;  /* those that are not used yet */
  guint              heading;  /* level of the last one */
  guint              gaps;
} Structure;

static void
finish_figure (Structure *self, qpdf_oh element)
{
  const char *text = self->figures != NULL ? *self->figures : NULL;

  if (text == NULL)
    {
      self->gaps |= MAPPE_PDF_GAP_FIGURE;
      return;
    }
  qpdf_oh_replace_key (self->pdf, element, "/Alt", qpdf_oh_new_unicode_string (self->pdf, text));
  self->figures++;
}

static void
note_heading (Structure *self, guint level)
{
  if (level > self->heading + 1)
    self->gaps |= MAPPE_PDF_GAP_HEADING;
  self->heading = level;
}

static void
finish_element (Structure *self, qpdf_oh element)
{
  qpdf_oh type = qpdf_oh_get_key (self->pdf, element, "/S");
  const char *name = qpdf_oh_is_name (self->pdf, type) ? qpdf_oh_get_name (self->pdf, type) : "";

  if (g_str_equal (name, "/Figure"))
    finish_figure (self, element);
  else if (g_str_equal (name, "/TH"))
    qpdf_oh_replace_key (self->pdf, element, "/A", qpdf_oh_parse (self->pdf, "<< /O /Table /Scope /Column >>"));
  else if (name[0] == '/' && name[1] == 'H' && g_ascii_isdigit (name[2]) && name[3] == '\0')
    note_heading (self, (guint) (name[2] - '0'));
  qpdf_oh_release (self->pdf, type);
}

/* cairo gives an element one child, or an array of them; numbers and references to content are none. */
static void
walk (Structure *self, qpdf_oh element, guint depth)
{
  if (depth > MOST_LEVELS)
    {
      self->gaps |= MAPPE_PDF_GAP_TREE;
      return;
    }
  if (qpdf_oh_is_array (self->pdf, element))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, element); i++)
      {
        qpdf_oh child = qpdf_oh_get_array_item (self->pdf, element, i);

        walk (self, child, depth + 1);
        qpdf_oh_release (self->pdf, child);
      }
  else if (qpdf_oh_is_dictionary (self->pdf, element) && qpdf_oh_has_key (self->pdf, element, "/S"))
    {
      qpdf_oh children;

      finish_element (self, element);
      children = qpdf_oh_get_key (self->pdf, element, "/K");
      walk (self, children, depth + 1);
      qpdf_oh_release (self->pdf, children);
    }
}

/*
 * Gives figures their texts and headings of columns their scope.
 *
 * Returns: #MappePdfGap flags
 */
guint
mappe_pdf_finish_structure (qpdf_data pdf, const MappePdfFacts *facts)
{
  Structure self = { pdf, facts->figures, 0, MAPPE_PDF_GAP_NONE };
  qpdf_oh tree = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  qpdf_oh children;

  if (!qpdf_oh_is_dictionary (pdf, tree))
    return MAPPE_PDF_GAP_TREE;
  children = qpdf_oh_get_key (pdf, tree, "/K");
  walk (&self, children, 0);
  return self.gaps;
}
