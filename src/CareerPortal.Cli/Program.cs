Console.WriteLine("CareerPortal");
