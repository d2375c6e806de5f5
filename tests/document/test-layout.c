/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-sample.h"
int main (int argc, char **argv) { g_autoptr (MappeNode) a = document_sample ("de");
document_sample_table (a, 60);
g_autoptr (MappeLayout) l = mappe_layout_new (a, 595.28, 841.89); g_autoptr (GError) e = NULL; if (!mappe_layout_save_pdf (l, argv[1], &e)) g_print ("%s\n", e->message); return 0; }
