/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "document-sample.h"

int main (int argc, char **argv) { g_autoptr (MappeNode) a = document_sample ("de"), b = document_sample ("en");
 g_autofree char *x = mappe_write_text (a, 76), *y = mappe_write_text (b, 40); g_print ("%s\n<<<>>>\n%s", x, y); return 0; }
