/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-print.h"

#include "mappe-print.h"

/* Each page as large as it is, but not larger than the paper, in its middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, MappeAttachment *file)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context), paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  mappe_attachment_page_size (file, (guint) page, &width, &height);
  scale = MIN (1, MIN (paper_width / width, paper_height / height));
  cairo_save (cr);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  mappe_attachment_draw (file, (guint) page, cr);
  cairo_restore (cr);
}

static void
page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup,
               MappeAttachment *file)
{
  double width, height;

  mappe_attachment_page_size (file, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/**
 * mappe_attachment_print_operation:
 * @name: what it is called in the list of the printer
 *
 * Returns: (transfer full): an operation that prints the pages of @file; see mappe_print_run()
 */
GtkPrintOperation *
mappe_attachment_print_operation (MappeAttachment *file, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  mappe_print_prepare (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) mappe_attachment_n_pages (file));
  g_object_set_data_full (G_OBJECT (operation), "mappe-file", mappe_attachment_ref (file),
                          (GDestroyNotify) mappe_attachment_unref);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_cb), file);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), file);
  return operation;
}
