# What draws the window

no-graphics = The window cannot be drawn: install the driver of the graphics card or, on Debian and Ubuntu, the packages libgl1 and libgl1-mesa-dri ({ $detail }).
cli-window = Without a command ‘trede’ opens the window: trede [FILE] [--overlay FILE] [--renderer glow|wgpu] [--lang nl|en]

path-no-dialog = This system has no dialog to choose a file. Type here where it is or goes.
path-install = Would you rather choose than type? Ask your administrator for one of these packages: { $packages }.
