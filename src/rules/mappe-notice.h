#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  mappe_notice_deadline     (const char *held_on, guint notice_days, char **deadline);

G_END_DECLS
