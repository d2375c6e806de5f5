/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

void mappe_paper_attach_file   (GtkWidget *near, MappeStore *store, const MappeSitting *sitting,
                                const MappeSittingItem *item, GFile *file);
void mappe_paper_attach_choose (GtkWidget *near, MappeStore *store, const MappeSitting *sitting,
                                const MappeSittingItem *item);

G_END_DECLS
